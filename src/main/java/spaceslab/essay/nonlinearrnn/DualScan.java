package spaceslab.essay.nonlinearrnn;

import spaceslab.experiment.StopSignal;
import spaceslab.numerics.DenseMaps;
import spaceslab.numerics.DiagonalMaps;
import spaceslab.numerics.OrderedUnits;
import spaceslab.numerics.ScanCost;

/**
 * The gradient of a loss through the whole recurrence, without iteration: with g_t = ∂L/∂x_t
 * (direct), λ_t = g_t + J_{t+1}ᵀ λ_{t+1} is itself a linear recurrence, run backwards with the
 * Jacobians at the converged trajectory. Exact with full Jacobians; with their diagonals only (what
 * quasi-DEER's code uses) an approximation.
 *
 * @param form of the scan
 * @param units threads
 */
public record DualScan(ScanForm form, OrderedUnits units) {
    private static final int CHUNK = 256;

    /**
     * A gradient.
     *
     * @param adjoints λ, T × d; row t − 1 is ∂L/∂x_t
     * @param parameters ∂L/∂θ
     * @param inputs ∂L/∂u, T × m
     * @param start ∂L/∂x_0
     * @param cost of the scan
     */
    public record Gradient(
            double[] adjoints,
            double[] parameters,
            double[] inputs,
            double[] start,
            ScanCost cost) {}

    /** The exact gradient. {@code direct} is T × d, row t − 1 is g_t. */
    public Gradient gradient(
            RecurrentProblem problem, double[] states, double[] direct, StopSignal stop) {
        return gradient(problem, states, direct, false, stop);
    }

    /** As {@link #gradient(RecurrentProblem, double[], double[], StopSignal)}, maybe quasi. */
    public Gradient gradient(
            RecurrentProblem problem,
            double[] states,
            double[] direct,
            boolean diagonalOnly,
            StopSignal stop) {
        int d = problem.cell().stateSize();
        int length = problem.length();
        double[] jacobians = LinearisedSequence.of(problem, states, units, stop).jacobians();
        // Row 0 of the reversed recurrence is λ_{T+1} = 0; its map s gives λ_{T−s}.
        double[] reversed = new double[(length + 1) * d];
        ScanCost cost =
                diagonalOnly
                        ? form.solve(diagonals(jacobians, direct, d), reversed, units)
                        : form.solve(transposes(jacobians, direct, d), reversed, units);
        double[] adjoints = new double[length * d];
        for (int t = 0; t < length; t++) {
            System.arraycopy(reversed, (length - t) * d, adjoints, t * d, d);
        }
        return pulledBack(problem, states, adjoints, cost, stop);
    }

    private static DenseMaps transposes(double[] jacobians, double[] direct, int d) {
        int length = direct.length / d;
        double[] matrices = new double[jacobians.length];
        double[] offsets = new double[direct.length];
        for (int s = 0; s < length; s++) {
            int t = length - 1 - s;
            System.arraycopy(direct, t * d, offsets, s * d, d);
            if (s == 0) {
                continue;
            }
            for (int i = 0; i < d; i++) {
                for (int k = 0; k < d; k++) {
                    matrices[(s * d + i) * d + k] = jacobians[((t + 1) * d + k) * d + i];
                }
            }
        }
        return new DenseMaps(d, matrices, offsets);
    }

    private static DiagonalMaps diagonals(double[] jacobians, double[] direct, int d) {
        int length = direct.length / d;
        double[] factors = new double[direct.length];
        double[] offsets = new double[direct.length];
        for (int s = 0; s < length; s++) {
            int t = length - 1 - s;
            System.arraycopy(direct, t * d, offsets, s * d, d);
            for (int i = 0; i < d && s > 0; i++) {
                factors[s * d + i] = jacobians[((t + 1) * d + i) * d + i];
            }
        }
        return new DiagonalMaps(d, factors, offsets);
    }

    /** Sums λᵀ∂f/∂θ over time, in chunks of fixed size, so that the order never changes. */
    private Gradient pulledBack(
            RecurrentProblem problem,
            double[] states,
            double[] adjoints,
            ScanCost cost,
            StopSignal stop) {
        int d = problem.cell().stateSize();
        int m = problem.cell().inputSize();
        int length = problem.length();
        double[] inputs = new double[length * m];
        double[] start = new double[d];
        var parts =
                units.map(
                        0,
                        (length + CHUNK - 1) / CHUNK,
                        () -> {
                            RecurrentCell cell = problem.cell().twin();
                            double[] unused = new double[d];
                            return chunk -> {
                                stop.check();
                                double[] sum = new double[cell.parameters().length];
                                int end = Math.min(length, (chunk + 1) * CHUNK);
                                for (int t = chunk * CHUNK; t < end; t++) {
                                    cell.pullBack(
                                            states,
                                            t * d,
                                            problem.inputs(),
                                            t * m,
                                            adjoints,
                                            t * d,
                                            sum,
                                            t == 0 ? start : unused,
                                            0,
                                            inputs,
                                            t * m);
                                }
                                return sum;
                            };
                        });
        double[] parameters = new double[problem.cell().parameters().length];
        for (double[] part : parts) {
            Products.add(1, part, 0, part.length, parameters, 0);
        }
        return new Gradient(adjoints, parameters, inputs, start, cost);
    }
}
