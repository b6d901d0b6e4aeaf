package spaceslab.essay.fsq;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** The claims that need no training, each recomputed from a run. */
final class FsqFindings {
    private FsqFindings() {}

    static List<Finding<?>> of(QuantiserExperiment quantiser, CollapseExperiment collapse) {
        Map<String, String> defaults = Map.of();
        Map<String, String> reset =
                Map.of("method", "emaReset", "period", "1", "step", "1", "threshold", "1");
        return List.of(
                Finding.quick(
                        "farCodebookCollapses",
                        Source.ESSAY,
                        Status.HOLDS,
                        collapse,
                        defaults,
                        0.1,
                        FsqFindings::collapses),
                Finding.quick(
                        "resetRepairs",
                        Source.OURS,
                        Status.HOLDS,
                        collapse,
                        reset,
                        0.1,
                        FsqFindings::repairs),
                Finding.quick(
                        "averageIsGradient",
                        Source.ESSAY,
                        Status.HOLDS,
                        collapse,
                        Map.of("method", "ema"),
                        1e-12,
                        FsqFindings::average),
                Finding.quick(
                        "averagePreventsCollapse",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        collapse,
                        Map.of("method", "ema", "step", "200"),
                        0.1,
                        FsqFindings::prevents),
                Finding.quick(
                        "everyCodeInReach",
                        Source.ESSAY,
                        Status.HOLDS,
                        quantiser,
                        defaults,
                        0.01,
                        FsqFindings::reach),
                Finding.quick(
                        "formsAreOne",
                        Source.OURS,
                        Status.HOLDS,
                        quantiser,
                        Map.of("levels", "5,5,5,5"),
                        0.01,
                        FsqFindings::halved),
                Finding.quick(
                        "evenSpread",
                        Source.OURS,
                        Status.DEPENDS_ON,
                        quantiser,
                        Map.of("sigma", "2"),
                        0,
                        FsqFindings::spread),
                Finding.quick(
                        "printedShift",
                        Source.OURS,
                        Status.HOLDS,
                        quantiser,
                        defaults,
                        1e-3,
                        FsqFindings::shift),
                Finding.quick(
                        "twoLevels",
                        Source.PAPER,
                        Status.DOES_NOT_HOLD,
                        quantiser,
                        Map.of("form", "tanhPublished", "levels", "2,2,2,2,2,2,2,2"),
                        0.1,
                        FsqFindings::two));
    }

    /** Untreated, at most the tolerated part of the codes (one of K at the least) is in use. */
    private static Measurement collapses(RunResult r, double tolerance) {
        double used = r.number("codesGradient");
        double codes = r.number("codes");
        return Measurement.that(used <= Math.max(1, tolerance * codes), (int) used, (int) codes);
    }

    private static Measurement repairs(RunResult r, double tolerance) {
        double codes = r.number("codes");
        double used = r.number("codesEmaReset");
        return Measurement.that(
                used >= (1 - tolerance) * codes && r.number("codesEma") < 0.5 * codes,
                (int) used,
                (int) codes,
                (int) r.number("codesEma"));
    }

    private static Measurement average(RunResult r, double tolerance) {
        double difference = r.number("averageAsGradient");
        return Measurement.that(difference <= tolerance, difference);
    }

    /** Whether the moving average alone keeps all but the tolerated part of the codes alive. */
    private static Measurement prevents(RunResult r, double tolerance) {
        double codes = r.number("codes");
        double used = r.number("codesEma");
        return Measurement.that(used >= (1 - tolerance) * codes, (int) used, (int) codes);
    }

    private static Measurement reach(RunResult r, double tolerance) {
        return Measurement.that(
                r.number("usage") >= 1 - tolerance,
                (int) r.number("used"),
                (int) r.number("size"),
                r.number("perplexity"));
    }

    private static Measurement halved(RunResult r, double tolerance) {
        double share = r.number("halfInputDisagreement");
        return Measurement.that(share <= tolerance, 100 * share);
    }

    /** At σ = 1 and at this run's σ: does the paper's form spread its levels more evenly? */
    private static Measurement spread(RunResult r, double tolerance) {
        RunResult.Series tanh = r.series("entropyOfSigma.tanh");
        RunResult.Series sigmoid = r.series("entropyOfSigma.sigmoid");
        int one = 0;
        for (int i = 0; i < tanh.x().length; i++) {
            one = Math.abs(Math.log(tanh.x()[i])) < Math.abs(Math.log(tanh.x()[one])) ? i : one;
        }
        double here = r.number("entropy.tanh") - r.number("entropy.sigmoid");
        double atOne = tanh.y()[one] - sigmoid.y()[one];
        Status status =
                here > tolerance && atOne > tolerance
                        ? Status.HOLDS
                        : here > tolerance || atOne > tolerance
                                ? Status.DEPENDS_ON
                                : Status.DOES_NOT_HOLD;
        return Measurement.of(
                status,
                tanh.y()[one],
                sigmoid.y()[one],
                r.number("entropy.tanh"),
                r.number("entropy.sigmoid"));
    }

    private static Measurement shift(RunResult r, double tolerance) {
        double share = r.number("shiftDisagreement");
        return Measurement.that(share <= tolerance, r.number("shiftDifference"), 100 * share);
    }

    /** Whether two printed levels carry all but the tolerated part of a bit. */
    private static Measurement two(RunResult r, double tolerance) {
        double printed = r.number("entropy.tanhPublished");
        return Measurement.that(printed >= 1 - tolerance, printed, r.number("entropy.symmetric"));
    }
}
