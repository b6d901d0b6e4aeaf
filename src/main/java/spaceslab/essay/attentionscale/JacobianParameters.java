package spaceslab.essay.attentionscale;

import java.util.List;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Of one softmax Jacobian.
 *
 * @param distribution of the scores, or the visitor's list
 * @param n scores drawn
 * @param d dimension of the vectors whose cosine is taken
 * @param alpha scale of the scores
 * @param sorted whether scores are put in descending order, for a readable map
 * @param scores the visitor's list
 * @param seed of the draw
 */
record JacobianParameters(
        @Parameter("normal") ScoreSource distribution,
        @Parameter(
                        value = "24",
                        min = "2",
                        max = "48",
                        symbol = "n",
                        when = "distribution=normal|cosine|laplace|uniform|studentT")
                int n,
        @Parameter(
                        value = "128",
                        min = "3",
                        max = "4096",
                        scale = Parameter.Scale.LOG,
                        symbol = "d",
                        when = "distribution=cosine")
                int d,
        @Parameter(value = "2.5", min = "0", max = "200", step = "0.1", symbol = "\\alpha")
                double alpha,
        @Parameter("true") boolean sorted,
        @Parameter(
                        value = "2.1,1.4,0.9,0.3,-0.2,-0.5,-1.1,-1.8",
                        min = "-1000",
                        max = "1000",
                        maxItems = 48,
                        symbol = "s",
                        when = "distribution=own")
                List<Double> scores,
        @Parameter(
                        value = "1",
                        seed = true,
                        when = "distribution=normal|cosine|laplace|uniform|studentT")
                long seed) {

    JacobianParameters {
        ParameterSchema.check(
                JacobianParameters.class, distribution, n, d, alpha, sorted, scores, seed);
        scores = List.copyOf(scores);
        if (scores.size() < 2) {
            throw new InvalidParameters(
                    new Violation("scores", scores.toString(), "items", "2–48 × [-1000 … 1000]"));
        }
    }
}
