package spaceslab.essay.attentionscale;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** The claims about the attention scale, each recomputed from a run. */
final class AttentionScaleFindings {
    private AttentionScaleFindings() {}

    static List<Finding<?>> of(
            CurveExperiment curve,
            SweepExperiment sweep,
            SampleExperiment sample,
            CausalExperiment causal,
            JacobianExperiment jacobian) {
        Map<String, String> defaults = Map.of();
        Map<String, String> cosine = Map.of("distribution", "cosine");
        Map<String, String> wide = Map.of("distribution", "cosine", "d", "768");
        Map<String, String> uniform =
                Map.of("distribution", "cosine", "d", "3", "n", "20000", "overlay", "40,1024");
        Map<String, String> fewScores =
                Map.of(
                        "n",
                        "40",
                        "draws",
                        "20000",
                        "automatic",
                        "false",
                        "alphaMax",
                        "20",
                        "seed",
                        "2");
        Map<String, String> manyDraws = Map.of("draws", "2000");
        Map<String, String> tie = Map.of("distribution", "own", "scores", "2,2,0.5,0,-1");
        return List.of(
                essay(
                        "sqrtLogFit",
                        Status.HOLDS,
                        sweep,
                        defaults,
                        0.01,
                        (r, t) -> fit(r, "Sqrt", 0.84, t)),
                essay("logFit", Status.HOLDS, sweep, cosine, 0.01, (r, t) -> fit(r, "Log", 3.5, t)),
                essay(
                        "optimaRange",
                        Status.HOLDS,
                        sweep,
                        defaults,
                        0.01,
                        AttentionScaleFindings::range),
                ours(
                        "oneScaleKeeps",
                        Status.DEPENDS_ON,
                        sweep,
                        defaults,
                        0.1,
                        AttentionScaleFindings::kept),
                ours(
                        "drawnOptimum",
                        Status.DOES_NOT_HOLD,
                        sample,
                        manyDraws,
                        0.5,
                        AttentionScaleFindings::drawn),
                essay(
                        "cosineScale",
                        Status.DEPENDS_ON,
                        sweep,
                        cosine,
                        0.001,
                        AttentionScaleFindings::share),
                ours(
                        "cosineScaleWide",
                        Status.DOES_NOT_HOLD,
                        sweep,
                        wide,
                        0.001,
                        AttentionScaleFindings::share),
                essay(
                        "entropySteady",
                        Status.DEPENDS_ON,
                        sweep,
                        defaults,
                        0.25,
                        AttentionScaleFindings::entropies),
                ours(
                        "meanRises",
                        Status.HOLDS,
                        sample,
                        fewScores,
                        0.05,
                        AttentionScaleFindings::mean),
                ours(
                        "dimensionThree",
                        Status.HOLDS,
                        curve,
                        uniform,
                        1e-6,
                        AttentionScaleFindings::three),
                essay(
                        "halfLength",
                        Status.HOLDS,
                        causal,
                        defaults,
                        0.05,
                        AttentionScaleFindings::half),
                essay(
                        "halfL1",
                        Status.HOLDS,
                        jacobian,
                        defaults,
                        1e-12,
                        AttentionScaleFindings::norm),
                ours("tie", Status.HOLDS, sample, tie, 0, AttentionScaleFindings::tie));
    }

    private static <P extends Record> Finding<P> essay(
            String id,
            Status expected,
            Experiment<P> experiment,
            Map<String, String> parameters,
            double tolerance,
            Finding.Check check) {
        return Finding.quick(id, Source.ESSAY, expected, experiment, parameters, tolerance, check);
    }

    private static <P extends Record> Finding<P> ours(
            String id,
            Status expected,
            Experiment<P> experiment,
            Map<String, String> parameters,
            double tolerance,
            Finding.Check check) {
        return Finding.quick(id, Source.OURS, expected, experiment, parameters, tolerance, check);
    }

    private static boolean near(double measured, double claimed, double tolerance) {
        return Math.abs(measured - claimed) <= tolerance * Math.abs(claimed);
    }

    private static Measurement fit(RunResult r, String form, double claimed, double tolerance) {
        double c = r.number("coefficient" + form);
        return Measurement.that(near(c, claimed, tolerance), c, r.number("rms" + form));
    }

    private static Measurement range(RunResult r, double tolerance) {
        double low = r.number("smallestAlpha");
        double high = r.number("largestAlpha");
        return Measurement.that(
                near(low, 1.43, tolerance) && near(high, 2.68, tolerance), low, high);
    }

    /** Whether 2.5 keeps all but the tolerated part of G(α*) at both ends, at one, or at none. */
    private static Measurement kept(RunResult r, double tolerance) {
        double few = r.number("keptEssaySmallest");
        double many = r.number("keptEssayLargest");
        boolean atFew = few >= 1 - tolerance;
        boolean atMany = many >= 1 - tolerance;
        Status status =
                atFew && atMany
                        ? Status.HOLDS
                        : atFew || atMany ? Status.DEPENDS_ON : Status.DOES_NOT_HOLD;
        return Measurement.of(status, 100 * few, 100 * many);
    }

    /** The typical draw's optimum lies within the tolerated part of 2.5. */
    private static Measurement drawn(RunResult r, double tolerance) {
        double median = r.number("drawnMedian");
        return Measurement.that(
                near(median, 2.5, tolerance),
                median,
                r.number("drawnLower"),
                r.number("drawnUpper"));
    }

    /** α* between 25 and 35 for every n of the sweep, for most, or for less than half. */
    private static Measurement share(RunResult r, double tolerance) {
        double share = r.number("shareEssay");
        Status status =
                share >= 1 - tolerance
                        ? Status.HOLDS
                        : share >= 0.5 ? Status.DEPENDS_ON : Status.DOES_NOT_HOLD;
        return Measurement.of(
                status, 100 * share, r.number("smallestAlpha"), r.number("largestAlpha"));
    }

    /** Spread of an entropy at α*(n) within the tolerated part of the spread of log n. */
    private static Measurement entropies(RunResult r, double tolerance) {
        RunResult.Series optima = r.series("alphaStar");
        double logs = Math.log(optima.x()[optima.x().length - 1] / optima.x()[0]);
        double shannon = r.number("shannonSpread");
        double renyi2 = r.number("renyi2Spread");
        boolean shannonSteady = shannon <= tolerance * logs;
        boolean renyiSteady = renyi2 <= tolerance * logs;
        Status status =
                shannonSteady && renyiSteady
                        ? Status.HOLDS
                        : shannonSteady || renyiSteady ? Status.DEPENDS_ON : Status.DOES_NOT_HOLD;
        return Measurement.of(status, renyi2, shannon, logs);
    }

    private static Measurement mean(RunResult r, double tolerance) {
        double end = r.number("meanAtEnd");
        double limit = r.number("meanLimit");
        double median = r.number("medianAtEnd");
        boolean rises = end > r.number("meanAtStar") && near(end, limit, tolerance);
        return Measurement.that(rises && median < 0.1 * limit, end, limit, median);
    }

    private static Measurement three(RunResult r, double tolerance) {
        double star = r.number("alphaStar");
        return Measurement.that(near(star, 10_000, tolerance), star);
    }

    /** α*(L/2) for all positions against the best single scale. */
    private static Measurement half(RunResult r, double tolerance) {
        double kept = r.number("halfKept");
        double best = r.number("bestKept");
        return Measurement.that(
                kept >= (1 - tolerance) * best, 100 * kept, 100 * best, r.number("bestN"));
    }

    private static Measurement norm(RunResult r, double tolerance) {
        double g = r.number("gradient");
        boolean same =
                near(r.number("halfL1"), g, tolerance) && near(r.number("trace"), g, tolerance);
        return Measurement.that(same, g, r.number("halfL1"));
    }

    private static Measurement tie(RunResult r, double tolerance) {
        RunResult.Series own = r.series("own");
        double last = own.y()[own.y().length - 1] / own.x()[own.x().length - 1];
        return Measurement.that(
                Double.isInfinite(r.number("ownOptimum")) && near(last, 0.5, 1e-3 + tolerance),
                last);
    }
}
