package spaceslab.essay.attentionscale;

import static spaceslab.experiment.Effect.atMost;
import static spaceslab.experiment.Effect.below;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.Sample;

/**
 * Whether a larger gradient trains faster. Every run trains each scale ten times, and scales are
 * compared within a repeat, where they start from the same weights and see the same batches.
 */
final class TrainingFindings {
    private static final Map<String, String> TEN = Map.of("repeats", "10");
    private static final Map<String, String> DESCENT =
            Map.of("rule", "gradientDescent", "steps", "400", "repeats", "10");
    private static final Map<String, String> COSINE = Map.of("form", "cosine", "repeats", "10");
    private static final double SMALL = 0.5;
    private static final double USUAL = 1;
    private static final double ESSAY = 2.5;
    private static final double LARGE = 8;

    private TrainingFindings() {}

    static List<Finding<?>> of(TrainingExperiment training) {
        return List.of(
                claim("steepestFastest", training, TEN)
                        .expect(Status.DOES_NOT_HOLD, TrainingFindings::steepest),
                claim("steepestFastestBest", training, TEN)
                        .expect(Status.DOES_NOT_HOLD, TrainingFindings::steepestBest),
                claim("descentEssayScale", training, DESCENT)
                        .seeds(3)
                        .expect(Status.HOLDS, TrainingFindings::essayScale),
                claim("descentEssayScaleBest", training, DESCENT)
                        .seeds(3)
                        .expect(Status.DOES_NOT_HOLD, TrainingFindings::essayScaleBest),
                claim("cosineBetween", training, COSINE)
                        .expect(Status.HOLDS, TrainingFindings::between));
    }

    private static Claim<TrainingParameters> claim(
            String id, TrainingExperiment training, Map<String, String> parameters) {
        return Claim.ours(id, training).with(parameters).seeds(1).heavy();
    }

    /** Against the usual scale, which learns earlier than the steepest if that is not the best. */
    private static List<Sample> steepest(NamedResult r) {
        double steepest = r.number("steepest");
        return repeats(
                r,
                i ->
                        Sample.of(
                                        atMost(
                                                "stepsBehindUsual",
                                                common(r, steepest, i) - common(r, USUAL, i),
                                                0))
                                .figures(
                                        steepest,
                                        r.value("steepestGradient"),
                                        r.value("steepestSteps"),
                                        r.value("fastest"),
                                        r.value("fastestSteps"),
                                        r.parameter("n")));
    }

    private static List<Sample> steepestBest(NamedResult r) {
        double steepest = r.number("steepest");
        return repeats(
                r,
                i ->
                        Sample.of(
                                        atMost(
                                                "stepsBehindUsualBest",
                                                best(r, steepest, i) - best(r, USUAL, i),
                                                0))
                                .figures(
                                        steepest,
                                        r.value("steepestBestSteps"),
                                        r.value("fastestBest"),
                                        r.value("fastestBestSteps"),
                                        r.value("fastestBestRate")));
    }

    private static List<Sample> essayScale(NamedResult r) {
        return repeats(
                r,
                i -> {
                    double essay = common(r, ESSAY, i);
                    double usual = common(r, USUAL, i);
                    return Sample.of(below("essayBehindUsual", essay - usual, 0))
                            .figures(essay, usual, common(r, LARGE, i));
                });
    }

    /** The same lead when both take their own best rates. */
    private static List<Sample> essayScaleBest(NamedResult r) {
        return repeats(
                r,
                i -> {
                    double essay = best(r, ESSAY, i);
                    double usual = best(r, USUAL, i);
                    return Sample.of(below("essayBehindUsualBest", essay - usual, 0))
                            .figures(essay, rate(r, ESSAY), usual, rate(r, USUAL));
                });
    }

    private static List<Sample> between(NamedResult r) {
        return repeats(
                r,
                i -> {
                    double small = common(r, SMALL, i);
                    double usual = common(r, USUAL, i);
                    double large = common(r, LARGE, i);
                    return Sample.of(
                                    below("usualBehindSmall", usual - small, 0),
                                    below("usualBehindLarge", usual - large, 0))
                            .figures(small, usual, large);
                });
    }

    /** One sample for each repeat of the run, numbered from 1. */
    private static List<Sample> repeats(NamedResult r, IntFunction<Sample> sample) {
        int repeats = Integer.parseInt(r.parameter("repeats"));
        return IntStream.rangeClosed(1, repeats).mapToObj(sample).toList();
    }

    /** Steps at the first rate of the list, the one at which all scales are compared. */
    private static double common(NamedResult r, double alpha, int repeat) {
        boolean adam = r.parameter("rule").equals("adam");
        String rates = r.parameter(adam ? "rates" : "descentRates");
        return steps(r, alpha, Double.parseDouble(rates.split(",")[0]), repeat);
    }

    /** Steps at the scale's own best rate, which is that of the least median. */
    private static double best(NamedResult r, double alpha, int repeat) {
        return steps(r, alpha, rate(r, alpha), repeat);
    }

    private static double rate(NamedResult r, double alpha) {
        return r.table("scales").row("alpha", alpha).number("bestRate");
    }

    /** Steps until a repeat had learned; one that never did counts with the length of the run. */
    private static double steps(NamedResult r, double alpha, double rate, int repeat) {
        double steps =
                r.table("repeats")
                        .where("alpha", alpha)
                        .where("rate", rate)
                        .row("repeat", repeat)
                        .number("steps");
        return Math.min(steps, Integer.parseInt(r.parameter("steps")));
    }
}
