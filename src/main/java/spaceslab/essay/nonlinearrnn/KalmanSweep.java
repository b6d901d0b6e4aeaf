package spaceslab.essay.nonlinearrnn;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * ELK (arXiv 2407.19115): Newton's step inside a trust region, written as a Kalman filter. Dynamics
 * F_t = J_t with process noise I, and the old iterate as an observation with noise σ² I; the new
 * iterate is the filtered mean: m⁻ = f + F (m − old), C⁻ = F C Fᵀ + I, K = C⁻ (C⁻ + σ² I)⁻¹, m = m⁻
 * + K (old − m⁻), C = (I − K) C⁻. σ² → ∞ is Newton, σ² → 0 keeps the old iterate. The filter pulls
 * towards the old iterate, so n sweeps do not make n states exact. Run one step after another: T
 * d³.
 */
final class KalmanSweep implements Sweep {
    private final RecurrentProblem problem;
    private final RecurrentCell cell;
    private final double noise;
    private final Precision precision;
    private final int d;
    private final DMatrixRMaj jacobian;
    private final DMatrixRMaj covariance;
    private final DMatrixRMaj predicted;
    private final DMatrixRMaj gain;
    private final DMatrixRMaj product;
    private final LinearSolverDense<DMatrixRMaj> solver;
    private final double[] mean;

    KalmanSweep(RecurrentProblem problem, double noise, Precision precision) {
        this.problem = problem;
        this.cell = problem.cell().twin();
        this.noise = noise;
        this.precision = precision;
        this.d = cell.stateSize();
        this.jacobian = new DMatrixRMaj(d, d);
        this.covariance = new DMatrixRMaj(d, d);
        this.predicted = new DMatrixRMaj(d, d);
        this.gain = new DMatrixRMaj(d, d);
        this.product = new DMatrixRMaj(d, d);
        this.solver = LinearSolverFactory_DDRM.symmPosDef(d);
        this.mean = new double[d];
    }

    @Override
    public void sweep(double[] old, double[] next) {
        System.arraycopy(problem.start(), 0, next, 0, d);
        covariance.zero();
        for (int t = 1; t <= problem.length(); t++) {
            int from = (t - 1) * d;
            cell.stepWithJacobian(
                    old,
                    from,
                    problem.inputs(),
                    (t - 1) * cell.inputSize(),
                    mean,
                    0,
                    jacobian.data,
                    0);
            for (int i = 0; i < d; i++) {
                for (int k = 0; k < d; k++) {
                    mean[i] += jacobian.data[i * d + k] * (next[from + k] - old[from + k]);
                }
            }
            filter();
            for (int i = 0; i < d; i++) {
                double x = mean[i];
                for (int k = 0; k < d; k++) {
                    // K is symmetric: C⁻ and C⁻ + σ² I commute.
                    x += gain.data[k * d + i] * (old[t * d + k] - mean[k]);
                }
                next[t * d + i] = x;
            }
            precision.store(next, t * d, d);
        }
    }

    /** From the covariance before a step to K and the covariance after it. */
    private void filter() {
        CommonOps_DDRM.mult(jacobian, covariance, product);
        CommonOps_DDRM.multTransB(product, jacobian, predicted);
        for (int i = 0; i < d; i++) {
            predicted.add(i, i, 1);
        }
        product.setTo(predicted);
        for (int i = 0; i < d; i++) {
            product.add(i, i, noise);
        }
        if (!solver.setA(product)) {
            // Overflow: no gain is defined any more, and the run reports it as diverged.
            CommonOps_DDRM.fill(gain, Double.NaN);
        } else {
            solver.solve(predicted.copy(), gain);
        }
        // C = (I − K) C⁻ = σ² K: no cancellation however small or large the noise is.
        covariance.setTo(gain);
        CommonOps_DDRM.scale(noise, covariance);
    }
}
