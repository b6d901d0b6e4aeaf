package spaceslab.essay.attentionscale;

import java.util.List;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Of the exact gradient on drawn scores or on the visitor's own.
 *
 * @param distribution of the scores, or the visitor's list
 * @param n scores in a draw
 * @param d dimension of the vectors whose cosine is taken
 * @param draws how many; n·draws is limited to 2e8 and draws·points to 4e6
 * @param points of the grid of α
 * @param automatic whether the range of α follows from distribution and n
 * @param alphaMax end of the range of α otherwise
 * @param scores the visitor's list
 * @param seed of the draws
 */
record SampleParameters(
        @Parameter("normal") ScoreSource distribution,
        @Parameter(
                        value = "1024",
                        min = "2",
                        max = "1000000",
                        scale = Parameter.Scale.LOG,
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
        @Parameter(
                        value = "200",
                        min = "1",
                        max = "20000",
                        scale = Parameter.Scale.LOG,
                        when = "distribution=normal|cosine|laplace|uniform|studentT")
                int draws,
        @Parameter(value = "100", min = "20", max = "400", step = "20") int points,
        @Parameter("true") boolean automatic,
        @Parameter(
                        value = "12",
                        min = "0.1",
                        max = "1000000",
                        scale = Parameter.Scale.LOG,
                        symbol = "\\alpha",
                        when = "automatic=false")
                double alphaMax,
        @Parameter(
                        value = "2.1,1.4,0.9,0.3,-0.2,-0.5,-1.1,-1.8",
                        min = "-1000",
                        max = "1000",
                        maxItems = 64,
                        symbol = "s",
                        when = "distribution=own")
                List<Double> scores,
        @Parameter(
                        value = "1",
                        seed = true,
                        when = "distribution=normal|cosine|laplace|uniform|studentT")
                long seed) {
    private static final long MOST_SCORES = 200_000_000;
    private static final long MOST_VALUES = 4_000_000;

    SampleParameters {
        ParameterSchema.check(
                SampleParameters.class,
                distribution,
                n,
                d,
                draws,
                points,
                automatic,
                alphaMax,
                scores,
                seed);
        scores = List.copyOf(scores);
        long mostDraws = Math.min(MOST_SCORES / n, MOST_VALUES / points);
        if (draws > mostDraws) {
            throw new InvalidParameters(
                    new Violation("draws", Integer.toString(draws), "range", "1 … " + mostDraws));
        }
        if (scores.size() < 2) {
            throw new InvalidParameters(
                    new Violation("scores", scores.toString(), "items", "2–64 × [-1000 … 1000]"));
        }
    }

    /** n·draws·points: exponentials that a naive computation would take. */
    double work() {
        return distribution == ScoreSource.OWN
                ? (double) scores.size() * points
                : (double) n * draws * points;
    }
}
