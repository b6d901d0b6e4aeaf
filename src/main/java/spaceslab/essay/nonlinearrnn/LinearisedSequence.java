package spaceslab.essay.nonlinearrnn;

import spaceslab.experiment.StopSignal;
import spaceslab.numerics.OrderedUnits;

/**
 * f_t and its Jacobian J_t at every x_{t−1} of a trajectory: T independent evaluations, spread over
 * threads in chunks of fixed size. T d² doubles.
 *
 * @param values f_t(x_{t−1}), T × d
 * @param jacobians J_t, T × d × d
 */
public record LinearisedSequence(double[] values, double[] jacobians) {
    private static final int CHUNK = 256;

    /** Evaluates along {@code states}, (T + 1) × d. */
    public static LinearisedSequence of(
            RecurrentProblem problem, double[] states, OrderedUnits units, StopSignal stop) {
        int d = problem.cell().stateSize();
        int length = problem.length();
        LinearisedSequence sequence =
                new LinearisedSequence(
                        new double[length * d], new double[Math.multiplyExact(length, d * d)]);
        int chunks = (length + CHUNK - 1) / CHUNK;
        units.map(
                0,
                chunks,
                () -> {
                    RecurrentCell cell = problem.cell().twin();
                    return chunk -> {
                        stop.check();
                        int end = Math.min(length, (chunk + 1) * CHUNK);
                        for (int t = chunk * CHUNK; t < end; t++) {
                            cell.stepWithJacobian(
                                    states,
                                    t * d,
                                    problem.inputs(),
                                    t * cell.inputSize(),
                                    sequence.values,
                                    t * d,
                                    sequence.jacobians,
                                    t * d * d);
                        }
                        return chunk;
                    };
                });
        return sequence;
    }

    /** Turns the values into Newton's offsets b_t = f_t − J_t x_{t−1}, in place. */
    public double[] offsets(double[] states) {
        int d = jacobians.length / values.length;
        int length = values.length / d;
        for (int t = 0; t < length; t++) {
            for (int k = 0; k < d; k++) {
                values[t * d + k] -= Products.row(jacobians, (t * d + k) * d, states, t * d, d, 0);
            }
        }
        return values;
    }
}
