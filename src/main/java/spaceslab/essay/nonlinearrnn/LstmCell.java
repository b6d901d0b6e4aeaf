package spaceslab.essay.nonlinearrnn;

/**
 * The long short-term memory that the essay leaves to its reader. The state is (h, c), 2 n doubles:
 * i, f, o = σ(W u + U h + b), g = tanh(W_g u + U_g h + b_g), next c = f∘c + i∘g, next h =
 * o∘tanh(next c). θ is W_i, W_f, W_o, W_g (n × m each), U_i … U_g (n × n each), b_i … b_g.
 *
 * <p>Jacobian in blocks: ∂c'/∂c = diag f, ∂c'/∂h = diag(g i(1−i)) U_i + diag(c f(1−f)) U_f + diag(i
 * (1−g²)) U_g, ∂h'/∂c = diag(s) ∂c'/∂c and ∂h'/∂h = diag(tanh c' · o(1−o)) U_o + diag(s) ∂c'/∂h
 * with s = o (1 − tanh² c').
 */
public final class LstmCell implements RecurrentCell {
    private static final int OUTPUT = 2;
    private static final int CANDIDATE = 3;

    private final int n;
    private final int m;
    private final double[] theta;
    private final int u;
    private final int b;
    private final double[] gates;
    private final double[] memory;

    /** A cell of n units (2 n states) on the given θ itself. */
    public LstmCell(int n, int m, double[] theta) {
        if (theta.length != size(n, m)) {
            throw new IllegalArgumentException(
                    "θ has " + theta.length + " entries instead of " + size(n, m));
        }
        this.n = n;
        this.m = m;
        this.theta = theta;
        this.u = 4 * n * m;
        this.b = u + 4 * n * n;
        this.gates = new double[4 * n];
        this.memory = new double[n];
    }

    /** Entries of θ for n units. */
    public static int size(int n, int m) {
        return 4 * (n * m + n * n + n);
    }

    @Override
    public int stateSize() {
        return 2 * n;
    }

    @Override
    public int inputSize() {
        return m;
    }

    @Override
    public double[] parameters() {
        return theta;
    }

    @Override
    public LstmCell twin() {
        return new LstmCell(n, m, theta);
    }

    private void gates(double[] state, int s, double[] input, int i) {
        for (int unit = 0; unit < 4 * n; unit++) {
            double outside = Products.row(theta, unit * m, input, i, m, theta[b + unit]);
            double sum = Products.row(theta, u + unit * n, state, s, n, outside);
            gates[unit] = unit < CANDIDATE * n ? Products.logistic(sum) : Math.tanh(sum);
        }
        for (int k = 0; k < n; k++) {
            memory[k] = gates[n + k] * state[s + n + k] + gates[k] * gates[CANDIDATE * n + k];
        }
    }

    @Override
    public void step(double[] state, int s, double[] input, int i, double[] next, int to) {
        gates(state, s, input, i);
        for (int k = 0; k < n; k++) {
            next[to + k] = gates[OUTPUT * n + k] * Math.tanh(memory[k]);
            next[to + n + k] = memory[k];
        }
    }

    @Override
    public void stepWithJacobian(
            double[] state,
            int s,
            double[] input,
            int i,
            double[] next,
            int to,
            double[] jacobian,
            int j) {
        gates(state, s, input, i);
        int width = 2 * n;
        for (int k = 0; k < n; k++) {
            double in = gates[k];
            double forget = gates[n + k];
            double output = gates[OUTPUT * n + k];
            double candidate = gates[CANDIDATE * n + k];
            double squashed = Math.tanh(memory[k]);
            double slope = output * (1 - squashed * squashed);
            int upper = j + k * width;
            int lower = j + (n + k) * width;
            for (int l = 0; l < n; l++) {
                double intoMemory =
                        candidate * in * (1 - in) * theta[u + k * n + l]
                                + state[s + n + k]
                                        * forget
                                        * (1 - forget)
                                        * theta[u + (n + k) * n + l]
                                + in
                                        * (1 - candidate * candidate)
                                        * theta[u + (CANDIDATE * n + k) * n + l];
                jacobian[lower + l] = intoMemory;
                jacobian[lower + n + l] = 0;
                jacobian[upper + l] =
                        squashed * output * (1 - output) * theta[u + (OUTPUT * n + k) * n + l]
                                + slope * intoMemory;
                jacobian[upper + n + l] = 0;
            }
            jacobian[lower + n + k] = forget;
            jacobian[upper + n + k] = slope * forget;
            next[to + k] = output * squashed;
            next[to + n + k] = memory[k];
        }
    }

    @Override
    public void pullBack(
            double[] state,
            int s,
            double[] input,
            int i,
            double[] adjoint,
            int a,
            double[] parameterGradient,
            double[] stateGradient,
            int sg,
            double[] inputGradient,
            int ig) {
        gates(state, s, input, i);
        double[] before = new double[4 * n];
        for (int k = 0; k < n; k++) {
            double in = gates[k];
            double forget = gates[n + k];
            double output = gates[OUTPUT * n + k];
            double candidate = gates[CANDIDATE * n + k];
            double squashed = Math.tanh(memory[k]);
            double intoMemory =
                    adjoint[a + n + k] + adjoint[a + k] * output * (1 - squashed * squashed);
            before[k] = intoMemory * candidate * in * (1 - in);
            before[n + k] = intoMemory * state[s + n + k] * forget * (1 - forget);
            before[OUTPUT * n + k] = adjoint[a + k] * squashed * output * (1 - output);
            before[CANDIDATE * n + k] = intoMemory * in * (1 - candidate * candidate);
            stateGradient[sg + n + k] += intoMemory * forget;
        }
        for (int unit = 0; unit < 4 * n; unit++) {
            parameterGradient[b + unit] += before[unit];
            Products.add(before[unit], input, i, m, parameterGradient, unit * m);
            Products.add(before[unit], theta, unit * m, m, inputGradient, ig);
            Products.add(before[unit], state, s, n, parameterGradient, u + unit * n);
            Products.add(before[unit], theta, u + unit * n, n, stateGradient, sg);
        }
    }

    @Override
    public double[] constantMatrix() {
        double[] bare = new double[theta.length];
        System.arraycopy(theta, u, bare, u, 4 * n * n);
        double[] jacobian = new double[4 * n * n];
        new LstmCell(n, m, bare)
                .stepWithJacobian(
                        new double[2 * n], 0, new double[m], 0, new double[2 * n], 0, jacobian, 0);
        return jacobian;
    }

    @Override
    public long multiplicationsPerStep() {
        return 4L * n * (n + m) + 3L * n;
    }

    @Override
    public long multiplicationsPerJacobian() {
        return 6L * n * n + 10L * n;
    }

    @Override
    public int boundedStates() {
        return n;
    }
}
