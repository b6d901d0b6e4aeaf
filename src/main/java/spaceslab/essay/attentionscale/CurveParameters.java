package spaceslab.essay.attentionscale;

import java.util.List;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;

/**
 * Of the mean-field curve.
 *
 * @param distribution of the scores
 * @param n number of scores that share a softmax
 * @param d dimension of the vectors whose cosine is taken
 * @param overlay further n drawn in the same chart
 * @param automatic whether the range of α follows from the curves
 * @param alphaMax end of the range of α otherwise
 */
record CurveParameters(
        @Parameter("normal") ScoreDistribution distribution,
        @Parameter(
                        value = "1024",
                        min = "2",
                        max = "1000000",
                        scale = Parameter.Scale.LOG,
                        symbol = "n")
                int n,
        @Parameter(
                        value = "128",
                        min = "3",
                        max = "4096",
                        scale = Parameter.Scale.LOG,
                        symbol = "d",
                        when = "distribution=cosine")
                int d,
        @Parameter(value = "40,20000", min = "2", max = "1000000", maxItems = 5)
                List<Integer> overlay,
        @Parameter("true") boolean automatic,
        @Parameter(
                        value = "6",
                        min = "0.1",
                        max = "1000000",
                        scale = Parameter.Scale.LOG,
                        symbol = "\\alpha",
                        when = "automatic=false")
                double alphaMax) {

    CurveParameters {
        ParameterSchema.check(
                CurveParameters.class, distribution, n, d, overlay, automatic, alphaMax);
        overlay = List.copyOf(overlay);
    }

    /** The estimate for {@code size} scores. */
    MeanField meanField(int size) {
        return new MeanField(distribution.scores(d), size);
    }
}
