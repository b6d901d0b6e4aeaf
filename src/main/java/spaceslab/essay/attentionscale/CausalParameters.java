package spaceslab.essay.attentionscale;

import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;

/**
 * Of a causal decoder, whose position t sees n = t + 1 scores.
 *
 * @param distribution of the scores
 * @param d dimension of the vectors whose cosine is taken
 * @param length L of the decoder
 */
record CausalParameters(
        @Parameter("normal") ScoreDistribution distribution,
        @Parameter(
                        value = "128",
                        min = "3",
                        max = "4096",
                        scale = Parameter.Scale.LOG,
                        symbol = "d",
                        when = "distribution=cosine")
                int d,
        @Parameter(
                        value = "4096",
                        min = "4",
                        max = "1000000",
                        scale = Parameter.Scale.LOG,
                        symbol = "L")
                int length) {

    CausalParameters {
        ParameterSchema.check(CausalParameters.class, distribution, d, length);
    }
}
