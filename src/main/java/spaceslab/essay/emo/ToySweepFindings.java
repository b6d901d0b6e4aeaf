package spaceslab.essay.emo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import spaceslab.essay.emo.toy.ToySweepExperiment;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** What becomes of the gain with more data, other embeddings, more synonyms and other λ. */
final class ToySweepFindings {
    private static final String FORM = "mode1Detached";

    private ToySweepFindings() {}

    static List<Finding<?>> of(ToySweepExperiment sweep) {
        Map<String, String> languages = Map.of("repeats", "8");
        return List.of(
                Finding.heavy(
                        "gainVanishesWithData",
                        Source.ESSAY,
                        Status.HOLDS,
                        sweep,
                        languages,
                        0.005,
                        ToySweepFindings::vanishes),
                Finding.heavy(
                        "smoothingDoesAsWell",
                        Source.OURS,
                        Status.HOLDS,
                        sweep,
                        languages,
                        0.02,
                        ToySweepFindings::smoothing),
                Finding.heavy(
                        "embeddingsMatter",
                        Source.ESSAY,
                        Status.HOLDS,
                        sweep,
                        Map.of("over", "vectors", "samples", "200", "repeats", "8"),
                        0.01,
                        ToySweepFindings::embeddings),
                Finding.heavy(
                        "gainGrowsWithSynonyms",
                        Source.ESSAY,
                        Status.DEPENDS_ON,
                        sweep,
                        Map.of("over", "synonyms", "samples", "500", "repeats", "8"),
                        0.01,
                        ToySweepFindings::synonyms),
                Finding.heavy(
                        "mixBeatsCrossEntropy",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        sweep,
                        Map.of("over", "lambda", "samples", "5000"),
                        0.001,
                        ToySweepFindings::mixed));
    }

    /** The gap in early-stopped test loss: below 0 with least data, not below 0 with most. */
    private static Measurement vanishes(RunResult r, double tolerance) {
        RunResult.Series gaps = r.series("gap." + FORM);
        int last = gaps.y().length - 1;
        return Measurement.that(
                gaps.y()[0] < -tolerance && gaps.y()[last] >= -tolerance,
                gaps.y()[0],
                gaps.y()[last],
                gaps.lower()[0],
                gaps.upper()[0]);
    }

    /** Label smoothing against the combined form with 200 pairs, stopped early and at the end. */
    private static Measurement smoothing(RunResult r, double tolerance) {
        double early = second(r, "bestLoss.labelSmoothing") - second(r, "bestLoss." + FORM);
        double late = second(r, "finalLoss.labelSmoothing") - second(r, "finalLoss." + FORM);
        return Measurement.that(
                early <= tolerance && late <= tolerance,
                second(r, "bestLoss.labelSmoothing"),
                second(r, "bestLoss." + FORM),
                second(r, "finalLoss.labelSmoothing"),
                second(r, "finalLoss." + FORM));
    }

    /** Embeddings by meaning against the same ones shuffled. */
    private static Measurement embeddings(RunResult r, double tolerance) {
        double[] gaps = r.series("gap." + FORM).y();
        return Measurement.that(gaps[0] < gaps[1] - tolerance, gaps[0], gaps[1], gaps[2]);
    }

    /** Holds where the languages' spreads are apart, depends where only the means are. */
    private static Measurement synonyms(RunResult r, double tolerance) {
        RunResult.Series gaps = r.series("gap." + FORM);
        int most = gaps.y().length - 1;
        boolean apart = gaps.upper()[most] < gaps.lower()[0];
        boolean falls = gaps.y()[most] < gaps.y()[0] - tolerance;
        Status status = apart ? Status.HOLDS : falls ? Status.DEPENDS_ON : Status.DOES_NOT_HOLD;
        return Measurement.of(
                status, gaps.y()[0], gaps.y()[most], gaps.lower()[most], gaps.upper()[most]);
    }

    /** Early-stopped test losses at λ = 0 and above. */
    private static Measurement mixed(RunResult r, double tolerance) {
        double[] losses = r.series("bestLoss.mixed").y();
        double least = Arrays.stream(losses).skip(1).min().orElseThrow();
        return Measurement.that(
                least < losses[0] - tolerance, losses[0], least, losses[losses.length - 1]);
    }

    private static double second(RunResult r, String series) {
        return r.series(series).y()[1];
    }
}
