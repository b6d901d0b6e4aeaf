package spaceslab.essay.nonlinearrnn.training;

import java.util.List;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Of training n sweeps as the model.
 *
 * @param task what is learned
 * @param form of a sweep
 * @param sweeps the numbers n of sweeps, and of layers of the stack
 * @param d states
 * @param radius largest eigenvalue that A (or λ) may start with
 * @param length of a sequence
 * @param steps of Adam; the whole work is limited to 2e11 multiplications
 * @param batch fresh examples of one step
 * @param rate Adam's step size
 * @param repeats trainings of every model, with seeds of their own
 * @param seed of examples and first parameters
 */
record SweepsParameters(
        @Parameter("parity") SequenceTask task,
        @Parameter("freed") SweepForm form,
        @Parameter(value = "1,2,4,8", min = "1", max = "16", maxItems = 6, symbol = "n")
                List<Integer> sweeps,
        @Parameter(value = "8", min = "1", max = "32", symbol = "d") int d,
        @Parameter(value = "0.98", min = "0", max = "0.999", symbol = "\\rho") double radius,
        @Parameter(value = "32", min = "8", max = "256", scale = Parameter.Scale.LOG, symbol = "T")
                int length,
        @Parameter(value = "600", min = "10", max = "10000", scale = Parameter.Scale.LOG) int steps,
        @Parameter(value = "32", min = "4", max = "128", scale = Parameter.Scale.LOG) int batch,
        @Parameter(value = "0.01", min = "0.0001", max = "0.1", scale = Parameter.Scale.LOG)
                double rate,
        @Parameter(value = "3", min = "1", max = "10") int repeats,
        @Parameter(value = "1", seed = true) long seed) {
    private static final double MOST_WORK = 2e11;
    private static final int FORWARD_AND_BACKWARD = 3;

    SweepsParameters {
        ParameterSchema.check(
                SweepsParameters.class,
                task,
                form,
                sweeps,
                d,
                radius,
                length,
                steps,
                batch,
                rate,
                repeats,
                seed);
        sweeps = List.copyOf(sweeps);
        if (sweeps.stream().distinct().count() < sweeps.size() || sweeps.isEmpty()) {
            throw new InvalidParameters(
                    new Violation("sweeps", sweeps.toString(), "twice", "1–6 × [1 … 16]"));
        }
        int mostSteps =
                (int) Math.min(10_000, MOST_WORK / stepWork(sweeps, d, length, batch, repeats));
        if (steps > mostSteps) {
            throw new InvalidParameters(
                    new Violation("steps", Integer.toString(steps), "range", "1 … " + mostSteps));
        }
    }

    /** Multiplications of one step of all models and repeats, about; a tanh counts as eight. */
    private static double stepWork(
            List<Integer> sweeps, int d, int length, int batch, int repeats) {
        int layers = sweeps.stream().mapToInt(Integer::intValue).sum();
        double perLayer = 2.0 * d * d + 16 * d;
        return FORWARD_AND_BACKWARD * (2 * layers + 1) * perLayer * length * batch * repeats;
    }

    /** Multiplications of the whole run, about. */
    double work() {
        return steps * stepWork(sweeps, d, length, batch, repeats);
    }
}
