package spaceslab.essay.nonlinearrnn;

/**
 * The essay's gated recurrent unit: z = σ(W_z u + U_z h + b_z), r = σ(W_r u + U_r h + b_r), c =
 * tanh(W_h u + U_h (r∘h) + b_c), next h = (1 − z)∘h + z∘c. θ is W_z, W_r, W_h (d × m each), U_z,
 * U_r, U_h (d × d each), b_z, b_r, b_c.
 *
 * <p>Jacobian diag(1−z) + diag((c−h) z(1−z)) U_z + diag(z(1−c²)) U_h [diag r + diag(h r(1−r)) U_r].
 */
public final class GruCell implements RecurrentCell {
    private final int d;
    private final int m;
    private final double[] theta;
    private final int u;
    private final int b;
    private final double[] z;
    private final double[] r;
    private final double[] c;
    private final double[] reset;
    private final double[] slopes;

    /** A cell on the given θ itself. */
    public GruCell(int d, int m, double[] theta) {
        if (theta.length != size(d, m)) {
            throw new IllegalArgumentException(
                    "θ has " + theta.length + " entries instead of " + size(d, m));
        }
        this.d = d;
        this.m = m;
        this.theta = theta;
        this.u = 3 * d * m;
        this.b = u + 3 * d * d;
        this.z = new double[d];
        this.r = new double[d];
        this.c = new double[d];
        this.reset = new double[d];
        this.slopes = new double[3 * d];
    }

    /** Entries of θ. */
    public static int size(int d, int m) {
        return 3 * (d * m + d * d + d);
    }

    @Override
    public int stateSize() {
        return d;
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
    public GruCell twin() {
        return new GruCell(d, m, theta);
    }

    /** W_gate u + b_gate + U_gate h, one row. */
    private double gate(int gate, int row, double[] h, int s, double[] input, int i) {
        double outside =
                Products.row(theta, (gate * d + row) * m, input, i, m, theta[b + gate * d + row]);
        return Products.row(theta, u + (gate * d + row) * d, h, s, d, outside);
    }

    private void gates(double[] state, int s, double[] input, int i) {
        for (int row = 0; row < d; row++) {
            z[row] = Products.logistic(gate(0, row, state, s, input, i));
            r[row] = Products.logistic(gate(1, row, state, s, input, i));
            reset[row] = r[row] * state[s + row];
        }
        for (int row = 0; row < d; row++) {
            c[row] = Math.tanh(gate(2, row, reset, 0, input, i));
        }
    }

    @Override
    public void step(double[] state, int s, double[] input, int i, double[] next, int n) {
        gates(state, s, input, i);
        for (int row = 0; row < d; row++) {
            next[n + row] = (1 - z[row]) * state[s + row] + z[row] * c[row];
        }
    }

    @Override
    public void stepWithJacobian(
            double[] state,
            int s,
            double[] input,
            int i,
            double[] next,
            int n,
            double[] jacobian,
            int j) {
        gates(state, s, input, i);
        int uz = u;
        int ur = u + d * d;
        int uh = u + 2 * d * d;
        for (int k = 0; k < d; k++) {
            slopes[k] = state[s + k] * r[k] * (1 - r[k]);
        }
        for (int row = 0; row < d; row++) {
            double update = (c[row] - state[s + row]) * z[row] * (1 - z[row]);
            double candidate = z[row] * (1 - c[row] * c[row]);
            int to = j + row * d;
            for (int k = 0; k < d; k++) {
                jacobian[to + k] =
                        update * theta[uz + row * d + k]
                                + candidate * theta[uh + row * d + k] * r[k];
            }
            for (int l = 0; l < d; l++) {
                double through = candidate * theta[uh + row * d + l] * slopes[l];
                Products.add(through, theta, ur + l * d, d, jacobian, to);
            }
            jacobian[to + row] += 1 - z[row];
        }
        for (int row = 0; row < d; row++) {
            next[n + row] = (1 - z[row]) * state[s + row] + z[row] * c[row];
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
        double[] throughReset = new double[d];
        for (int row = 0; row < d; row++) {
            double lambda = adjoint[a + row];
            stateGradient[sg + row] += lambda * (1 - z[row]);
            slopes[row] = lambda * (c[row] - state[s + row]) * z[row] * (1 - z[row]);
            slopes[2 * d + row] = lambda * z[row] * (1 - c[row] * c[row]);
            Products.add(slopes[2 * d + row], theta, u + (2 * d + row) * d, d, throughReset, 0);
        }
        for (int row = 0; row < d; row++) {
            stateGradient[sg + row] += throughReset[row] * r[row];
            slopes[d + row] = throughReset[row] * state[s + row] * r[row] * (1 - r[row]);
        }
        for (int gate = 0; gate < 3; gate++) {
            for (int row = 0; row < d; row++) {
                int unit = gate * d + row;
                double before = slopes[unit];
                parameterGradient[b + unit] += before;
                Products.add(before, input, i, m, parameterGradient, unit * m);
                Products.add(before, theta, unit * m, m, inputGradient, ig);
                if (gate < 2) {
                    Products.add(before, state, s, d, parameterGradient, u + unit * d);
                    Products.add(before, theta, u + unit * d, d, stateGradient, sg);
                } else {
                    Products.add(before, reset, 0, d, parameterGradient, u + unit * d);
                }
            }
        }
    }

    /** ½(I + ½ U_h). */
    @Override
    public double[] constantMatrix() {
        double[] matrix = new double[d * d];
        for (int k = 0; k < d * d; k++) {
            matrix[k] = 0.25 * theta[u + 2 * d * d + k];
        }
        for (int row = 0; row < d; row++) {
            matrix[row * d + row] += 0.5;
        }
        return matrix;
    }

    @Override
    public long multiplicationsPerStep() {
        return 3L * d * (d + m) + 3L * d;
    }

    @Override
    public long multiplicationsPerJacobian() {
        return (long) d * d * d + 5L * d * d + 7L * d;
    }

    @Override
    public int boundedStates() {
        return d;
    }
}
