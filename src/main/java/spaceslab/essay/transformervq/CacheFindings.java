package spaceslab.essay.transformervq;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** What the cache forgets. */
final class CacheFindings {
    private CacheFindings() {}

    static List<Finding<?>> of(CacheExperiment cache) {
        return List.of(
                finding(
                        "farIsAMultiset",
                        Status.HOLDS,
                        cache,
                        Map.of(),
                        0,
                        CacheFindings::unchanged),
                finding(
                        "bitForBitWithAnyValues",
                        Status.DOES_NOT_HOLD,
                        cache,
                        Map.of("values", "normal"),
                        0,
                        CacheFindings::unchanged),
                finding(
                        "biasSeparates",
                        Status.HOLDS,
                        cache,
                        Map.of(),
                        0.25,
                        CacheFindings::separated));
    }

    private static Finding<CacheParameters> finding(
            String id,
            Status expected,
            CacheExperiment cache,
            Map<String, String> parameters,
            double tolerance,
            Finding.Check check) {
        return Finding.of(id, Source.ESSAY, expected, cache, parameters, tolerance, true, check);
    }

    private static Measurement unchanged(RunResult r, double tolerance) {
        double largest = r.number("largestLater");
        return Measurement.that(
                largest <= tolerance,
                r.number("permuted"),
                r.number("changedLater"),
                largest,
                r.number("changedNear"));
    }

    /** Without a bias near weighs as far does, to the tolerance; with one it weighs much more. */
    private static Measurement separated(RunResult r, double tolerance) {
        double bias = r.number("nearOverFarBias");
        double none = r.number("nearOverFarNone");
        return Measurement.that(
                Math.abs(none - 1) <= tolerance && bias > 1 + 2 * tolerance, bias, none);
    }
}
