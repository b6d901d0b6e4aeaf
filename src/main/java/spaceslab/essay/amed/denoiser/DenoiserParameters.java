package spaceslab.essay.amed.denoiser;

import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Of a denoiser's training.
 *
 * @param set trained on
 * @param examples N of it
 * @param hidden units of each of two hidden layers
 * @param steps of Adam
 * @param batch examples a step, each with a noise and a level of its own
 * @param rate largest learning rate; it falls to a hundredth along a cosine
 * @param dataDeviation σ_d of the preconditioning
 * @param meanLevel mean of ln σ
 * @param levelDeviation its standard deviation
 * @param seed of examples, weights, batches and samples
 */
record DenoiserParameters(
        @Parameter("opticalDigits") DenoiserSet set,
        @Parameter(
                        value = "1000",
                        min = "8",
                        max = "5000",
                        scale = Parameter.Scale.LOG,
                        symbol = "N")
                int examples,
        @Parameter(value = "256", min = "8", max = "512", scale = Parameter.Scale.LOG) int hidden,
        @Parameter(value = "4000", min = "50", max = "20000", scale = Parameter.Scale.LOG)
                int steps,
        @Parameter(value = "256", min = "16", max = "512", scale = Parameter.Scale.LOG) int batch,
        @Parameter(
                        value = "0.002",
                        min = "0.00001",
                        max = "0.05",
                        scale = Parameter.Scale.LOG,
                        symbol = "\\eta")
                double rate,
        @Parameter(
                        value = "0.5",
                        min = "0.05",
                        max = "5",
                        scale = Parameter.Scale.LOG,
                        symbol = "\\sigma_{\\mathrm{d}}")
                double dataDeviation,
        @Parameter(
                        value = "-1.2",
                        min = "-5",
                        max = "3",
                        step = "0.1",
                        symbol = "\\overline{\\ln\\sigma}")
                double meanLevel,
        @Parameter(value = "1.2", min = "0.1", max = "3", step = "0.1") double levelDeviation,
        @Parameter(value = "1", seed = true) long seed) {
    /** Multiplications of a training's matrices that are allowed: minutes. */
    private static final double MOST_WORK = 6e11;

    DenoiserParameters {
        ParameterSchema.check(
                DenoiserParameters.class,
                set,
                examples,
                hidden,
                steps,
                batch,
                rate,
                dataDeviation,
                meanLevel,
                levelDeviation,
                seed);
        if (examples > set.most()) {
            throw new InvalidParameters(
                    new Violation("examples", "" + examples, "range", "8 … " + set.most()));
        }
        double longest = MOST_WORK / ((double) batch * weights(set, hidden));
        if (steps > longest) {
            throw new InvalidParameters(
                    new Violation("steps", "" + steps, "range", "50 … " + (int) longest));
        }
    }

    private static long weights(DenoiserSet set, int hidden) {
        return (long) hidden * (2L * set.dimension() + 1 + hidden);
    }

    /** Numbers in the network's matrices. */
    long weights() {
        return weights(set, hidden);
    }

    Preconditioning preconditioning() {
        return new Preconditioning(dataDeviation);
    }

    NoiseLevels levels() {
        return new NoiseLevels(meanLevel, levelDeviation);
    }
}
