package spaceslab.essay.nonlinearrnn;

import spaceslab.numerics.ComplexEigen;

/**
 * The essay's element-wise form: y_t = Λ y_{t−1} + P̃ f(Q̃ old y_{t−1}) − Λ old y_{t−1}, whose
 * linear part is a complex diagonal. With P̃ = P⁻¹, Q̃ = P of A = P Λ P⁻¹ it is the iteration with
 * B = A exactly, x = P y at every sweep. Any other Λ gives the same fixed point on another path.
 *
 * <p>The state is y, kept here from sweep to sweep; x = Re(P y) is what it hands out.
 */
final class EigenbasisSweep implements Sweep {
    private final RecurrentProblem problem;
    private final RecurrentCell cell;
    private final ComplexEigen basis;
    private final double[] lambda;
    private final int d;
    private double[] y = new double[0];

    /**
     * @param basis P and P⁻¹
     * @param lambda d pairs (re, im)
     */
    EigenbasisSweep(RecurrentProblem problem, ComplexEigen basis, double[] lambda) {
        this.problem = problem;
        this.cell = problem.cell().twin();
        this.basis = basis;
        this.lambda = lambda.clone();
        this.d = cell.stateSize();
    }

    @Override
    public void sweep(double[] old, double[] next) {
        if (y.length == 0) {
            y = new double[2 * old.length];
            for (int t = 0; t <= problem.length(); t++) {
                basis.toEigenbasis(old, t * d, y, 2 * t * d);
            }
        }
        double[] fresh = new double[y.length];
        System.arraycopy(y, 0, fresh, 0, 2 * d);
        double[] x = new double[d];
        double[] value = new double[d];
        System.arraycopy(problem.start(), 0, next, 0, d);
        for (int t = 1; t <= problem.length(); t++) {
            int from = 2 * (t - 1) * d;
            int to = 2 * t * d;
            basis.fromEigenbasis(y, from, x, 0);
            cell.step(x, 0, problem.inputs(), (t - 1) * cell.inputSize(), value, 0);
            basis.toEigenbasis(value, 0, fresh, to);
            for (int k = 0; k < 2 * d; k += 2) {
                double re = fresh[from + k] - y[from + k];
                double im = fresh[from + k + 1] - y[from + k + 1];
                fresh[to + k] += lambda[k] * re - lambda[k + 1] * im;
                fresh[to + k + 1] += lambda[k] * im + lambda[k + 1] * re;
            }
            basis.fromEigenbasis(fresh, to, next, t * d);
        }
        y = fresh;
    }
}
