package spaceslab.essay.nonlinearrnn;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.NormOps_DDRM;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.LyapunovExponent;

/** What predicts how many sweeps a network needs. */
final class NetworkFacts {
    private NetworkFacts() {}

    /** Largest Lyapunov exponent along the true trajectory, a step. */
    static double lyapunov(RecurrentProblem problem, double[] truth, StopSignal stop) {
        RecurrentCell cell = problem.cell().twin();
        int d = cell.stateSize();
        LyapunovExponent exponent = new LyapunovExponent(d);
        double[] jacobian = new double[d * d];
        double[] next = new double[d];
        for (int t = 0; t < problem.length(); t++) {
            if (t % 256 == 0) {
                stop.check();
            }
            cell.stepWithJacobian(
                    truth, t * d, problem.inputs(), t * cell.inputSize(), next, 0, jacobian, 0);
            exponent.add(jacobian, 0);
        }
        return exponent.value();
    }

    /** ‖A‖₂ of the constant matrix. */
    static double norm(RecurrentCell cell) {
        int d = cell.stateSize();
        return NormOps_DDRM.normP2(DMatrixRMaj.wrap(d, d, cell.constantMatrix()));
    }
}
