package spaceslab.essay.nonlinearrnn;

/**
 * The essay's simple network x_t = tanh(A x_{t−1} + u_t) with inputs already projected (m = d); θ
 * is A, row-major. Jacobian diag(1 − x_t²) A.
 */
public final class TanhCell implements RecurrentCell {
    private final int d;
    private final double[] a;

    /** A cell on the given d × d matrix itself. */
    public TanhCell(int d, double[] matrix) {
        if (matrix.length != d * d) {
            throw new IllegalArgumentException("A has " + matrix.length + " entries, d is " + d);
        }
        this.d = d;
        this.a = matrix;
    }

    @Override
    public int stateSize() {
        return d;
    }

    @Override
    public int inputSize() {
        return d;
    }

    @Override
    public double[] parameters() {
        return a;
    }

    @Override
    public TanhCell twin() {
        return this;
    }

    @Override
    public void step(double[] state, int s, double[] input, int i, double[] next, int n) {
        for (int row = 0; row < d; row++) {
            next[n + row] = Math.tanh(Products.row(a, row * d, state, s, d, input[i + row]));
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
        step(state, s, input, i, next, n);
        for (int row = 0; row < d; row++) {
            double x = next[n + row];
            double slope = 1 - x * x;
            for (int k = 0; k < d; k++) {
                jacobian[j + row * d + k] = slope * a[row * d + k];
            }
        }
    }

    /** J δ = (1 − x²) ∘ (A δ): no matrix is formed. */
    @Override
    public void stepAlong(
            double[] state,
            int s,
            double[] input,
            int i,
            double[] delta,
            double factor,
            double[] next,
            int n,
            double[] scratch) {
        for (int row = 0; row < d; row++) {
            double x = Math.tanh(Products.row(a, row * d, state, s, d, input[i + row]));
            double along = Products.row(a, row * d, delta, 0, d, 0);
            next[n + row] = x + factor * (1 - x * x) * along;
        }
    }

    @Override
    public void pullBack(
            double[] state,
            int s,
            double[] input,
            int i,
            double[] adjoint,
            int from,
            double[] parameterGradient,
            double[] stateGradient,
            int sg,
            double[] inputGradient,
            int ig) {
        for (int row = 0; row < d; row++) {
            double x = Math.tanh(Products.row(a, row * d, state, s, d, input[i + row]));
            double before = (1 - x * x) * adjoint[from + row];
            inputGradient[ig + row] += before;
            for (int k = 0; k < d; k++) {
                parameterGradient[row * d + k] += before * state[s + k];
                stateGradient[sg + k] += before * a[row * d + k];
            }
        }
    }

    @Override
    public double[] constantMatrix() {
        return a.clone();
    }

    @Override
    public long multiplicationsPerStep() {
        return (long) d * d;
    }

    @Override
    public long multiplicationsPerJacobian() {
        return (long) d * d + d;
    }

    @Override
    public int boundedStates() {
        return d;
    }
}
