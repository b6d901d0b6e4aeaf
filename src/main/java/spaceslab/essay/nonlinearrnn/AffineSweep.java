package spaceslab.essay.nonlinearrnn;

/**
 * A sweep of the affine methods, solved one step after another in the form x_t = f_t(old) + B_t
 * (x_{t−1} − old x_{t−1}): one product with B_t instead of two, and the first n states are exact to
 * the last bit after n sweeps.
 *
 * <p>States that the last sweep left as they were cannot change any more (nor can the one after
 * them), so the sweep begins behind them: the same bytes, about half the work for slow methods.
 */
final class AffineSweep implements Sweep {
    private final RecurrentProblem problem;
    private final RecurrentCell cell;
    private final Method method;
    private final double factor;
    private final Precision precision;
    private final int d;
    private final double[] constant;
    private final double[] jacobian;
    private final double[] delta;
    private final double[] value;
    private int frozen;

    /**
     * @param method an affine one
     * @param k of {@link Method#SCALE_ELK}
     */
    AffineSweep(RecurrentProblem problem, Method method, double k, Precision precision) {
        this.problem = problem;
        this.cell = problem.cell().twin();
        this.method = method;
        this.factor = method == Method.SCALE_ELK ? 1 - k : 1;
        this.precision = precision;
        this.d = cell.stateSize();
        this.jacobian = new double[d * d];
        this.delta = new double[d];
        this.value = new double[d];
        this.constant =
                switch (method) {
                    case FIXED_A -> cell.constantMatrix();
                    case EXPAND_INPUT -> expansions();
                    case JACOBI, PICARD, NEWTON, QUASI, SCALE_ELK -> new double[0];
                    case ELK, QUASI_ELK, DIAGONALISED, DECOUPLED ->
                            throw new IllegalArgumentException(method + " is not an affine sweep");
                };
        precision.store(constant, 0, constant.length);
    }

    private double[] expansions() {
        int length = problem.length();
        double[] all = new double[Math.multiplyExact(length, d * d)];
        for (int t = 0; t < length; t++) {
            cell.stepWithJacobian(
                    new double[d],
                    0,
                    problem.inputs(),
                    t * cell.inputSize(),
                    value,
                    0,
                    all,
                    t * d * d);
        }
        return all;
    }

    @Override
    public void sweep(double[] old, double[] next) {
        System.arraycopy(old, 0, next, 0, (frozen + 1) * d);
        for (int t = frozen + 1; t <= problem.length(); t++) {
            step(t, old, next);
            precision.store(next, t * d, d);
        }
        while (frozen < problem.length() && sameRow(old, next, frozen + 1)) {
            frozen++;
        }
    }

    private boolean sameRow(double[] old, double[] next, int t) {
        for (int i = t * d; i < (t + 1) * d; i++) {
            if (Double.doubleToRawLongBits(old[i]) != Double.doubleToRawLongBits(next[i])) {
                return false;
            }
        }
        return true;
    }

    private void step(int t, double[] old, double[] next) {
        int from = (t - 1) * d;
        int to = t * d;
        int input = (t - 1) * cell.inputSize();
        if (precision == Precision.FLOAT64
                && (method == Method.NEWTON || method == Method.SCALE_ELK)) {
            for (int k = 0; k < d; k++) {
                delta[k] = next[from + k] - old[from + k];
            }
            cell.stepAlong(old, from, problem.inputs(), input, delta, factor, next, to, jacobian);
            return;
        }
        if (method.usesJacobian()) {
            cell.stepWithJacobian(old, from, problem.inputs(), input, value, 0, jacobian, 0);
            precision.store(jacobian, 0, jacobian.length);
        } else {
            cell.step(old, from, problem.inputs(), input, value, 0);
        }
        precision.store(value, 0, d);
        for (int k = 0; k < d; k++) {
            delta[k] = factor * (next[from + k] - old[from + k]);
        }
        switch (method) {
            case JACOBI -> System.arraycopy(value, 0, next, to, d);
            case PICARD -> {
                for (int k = 0; k < d; k++) {
                    next[to + k] = value[k] + delta[k];
                }
            }
            case FIXED_A -> add(constant, 0, next, to);
            case EXPAND_INPUT -> add(constant, (t - 1) * d * d, next, to);
            case NEWTON, SCALE_ELK -> add(jacobian, 0, next, to);
            case QUASI -> {
                for (int k = 0; k < d; k++) {
                    next[to + k] = value[k] + jacobian[k * d + k] * delta[k];
                }
            }
            case ELK, QUASI_ELK, DIAGONALISED, DECOUPLED ->
                    throw new IllegalStateException(method + " is not an affine sweep");
        }
    }

    private void add(double[] matrix, int offset, double[] next, int to) {
        for (int k = 0; k < d; k++) {
            next[to + k] = Products.row(matrix, offset + k * d, delta, 0, d, value[k]);
        }
    }
}
