package spaceslab.essay.attentionscale;

import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;

/**
 * Of the sweep over n = step, 2·step, …, 500·step.
 *
 * @param distribution of the scores
 * @param d dimension of the vectors whose cosine is taken
 * @param step between successive n; 40 gives the essay's 40 … 20 000
 * @param trainingLength m of the entropy-invariant scale log n / log m, which is 1 at n = m
 */
record SweepParameters(
        @Parameter("normal") ScoreDistribution distribution,
        @Parameter(
                        value = "128",
                        min = "3",
                        max = "4096",
                        scale = Parameter.Scale.LOG,
                        symbol = "d",
                        when = "distribution=cosine")
                int d,
        @Parameter(value = "40", min = "2", max = "2000", scale = Parameter.Scale.LOG) int step,
        @Parameter(
                        value = "512",
                        min = "2",
                        max = "1000000",
                        scale = Parameter.Scale.LOG,
                        symbol = "m")
                int trainingLength) {

    /** How many n a sweep has. */
    static final int COUNT = 500;

    SweepParameters {
        ParameterSchema.check(SweepParameters.class, distribution, d, step, trainingLength);
    }
}
