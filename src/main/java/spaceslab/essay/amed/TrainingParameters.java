package spaceslab.essay.amed;

import spaceslab.essay.amed.solver.Schedule;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Of AMED's training.
 *
 * @param density data
 * @param deviation s of its components
 * @param nfe evaluations of the sampler that is trained; odd numbers with AFS
 * @param schedule of its stamps
 * @param rounds passes over the steps, each with a batch of its own
 * @param batch trajectories a round
 * @param rate largest learning rate
 * @param hidden units of each layer of g_φ
 * @param scaleBound δ
 * @param seed of noise, batches and weights
 */
record TrainingParameters(
        @Parameter("ring") TrainingDensity density,
        @Parameter(
                        value = "0.1",
                        min = "0.02",
                        max = "1",
                        scale = Parameter.Scale.LOG,
                        symbol = "s",
                        when = "density=ring|grid|spiral")
                double deviation,
        @Parameter(value = "5", min = "2", max = "12", step = "1", symbol = "\\mathrm{NFE}")
                int nfe,
        @Parameter("polynomial") Schedule schedule,
        @Parameter(value = "500", min = "10", max = "2000", scale = Parameter.Scale.LOG) int rounds,
        @Parameter(value = "128", min = "16", max = "512", scale = Parameter.Scale.LOG) int batch,
        @Parameter(
                        value = "0.03",
                        min = "0.0001",
                        max = "0.1",
                        scale = Parameter.Scale.LOG,
                        symbol = "\\eta")
                double rate,
        @Parameter(value = "32", min = "4", max = "128", scale = Parameter.Scale.LOG) int hidden,
        @Parameter(value = "0.01", min = "0", max = "0.2", step = "0.01", symbol = "\\delta")
                double scaleBound,
        @Parameter(value = "1", seed = true) long seed) {
    static final double START = 80;
    static final double END = 0.002;

    /** Images that pass through the score model's gradient in all: about a minute. */
    private static final int MOST_IMAGES = 400_000;

    TrainingParameters {
        ParameterSchema.check(
                TrainingParameters.class,
                density,
                deviation,
                nfe,
                schedule,
                rounds,
                batch,
                rate,
                hidden,
                scaleBound,
                seed);
        int most = MOST_IMAGES / (batch * ((nfe + 1) / 2));
        if (!density.isPlane() && rounds > most) {
            throw new InvalidParameters(
                    new Violation("rounds", "" + rounds, "range", "10 … " + most));
        }
    }

    int steps() {
        return (nfe + 1) / 2;
    }

    /** Whether the first evaluation is replaced. */
    boolean analytical() {
        return nfe % 2 == 1;
    }

    /** The exponent that suits the schedule. */
    double[] stamps() {
        double rho = schedule == Schedule.TIME_UNIFORM ? 1 : 7;
        return schedule.stamps(START, END, rho, steps());
    }
}
