package spaceslab.essay.transformervq;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** What recall without training says about the size of a codebook. */
final class RecallFindings {
    private RecallFindings() {}

    static List<Finding<?>> of(RecallExperiment recall) {
        return List.of(
                finding(
                        "enoughCodes",
                        Status.HOLDS,
                        Source.ESSAY,
                        recall,
                        Map.of("codes", "128"),
                        0.01,
                        RecallFindings::asFull),
                finding(
                        "farBelowPigeonhole",
                        Status.DOES_NOT_HOLD,
                        Source.ESSAY,
                        recall,
                        Map.of("codes", "16"),
                        0.01,
                        RecallFindings::asFull),
                finding(
                        "asManyCodesAsKeys",
                        Status.DOES_NOT_HOLD,
                        Source.OURS,
                        recall,
                        Map.of("codes", "64"),
                        0.01,
                        RecallFindings::alone),
                finding(
                        "valuesHideSharing",
                        Status.HOLDS,
                        Source.OURS,
                        recall,
                        Map.of("codes", "32"),
                        0.05,
                        RecallFindings::hidden),
                finding(
                        "randomKeysAsCodes",
                        Status.DOES_NOT_HOLD,
                        Source.OURS,
                        recall,
                        Map.of("codes", "128", "codebook", "randomKeys"),
                        0.01,
                        RecallFindings::asFull),
                finding(
                        "moreKeysSameCodes",
                        Status.HOLDS,
                        Source.OURS,
                        recall,
                        Map.of("codes", "128", "keys", "256"),
                        0.7,
                        RecallFindings::below));
    }

    private static Finding<RecallParameters> finding(
            String id,
            Status expected,
            Source source,
            RecallExperiment recall,
            Map<String, String> parameters,
            double tolerance,
            Finding.Check check) {
        return Finding.of(id, source, expected, recall, parameters, tolerance, true, check);
    }

    /** Whether quantised keys recall as much as full attention. */
    private static Measurement asFull(RunResult r, double tolerance) {
        double here = r.number("recallHere");
        double full = r.number("fullRecall");
        return Measurement.that(here >= full - tolerance, 100 * here, 100 * full);
    }

    /** Whether every key has a code for itself. */
    private static Measurement alone(RunResult r, double tolerance) {
        double alone = r.number("aloneHere");
        return Measurement.that(alone >= 1 - tolerance, 100 * alone, 100 * r.number("recallHere"));
    }

    /** Whether more is recalled than keys are alone: sharers that happen to agree. */
    private static Measurement hidden(RunResult r, double tolerance) {
        double alone = r.number("aloneHere");
        double here = r.number("recallHere");
        return Measurement.that(here > alone + tolerance, 100 * here, 100 * alone);
    }

    private static Measurement below(RunResult r, double tolerance) {
        double here = r.number("recallHere");
        return Measurement.that(here < tolerance, 100 * here, 100 * r.number("fullRecall"));
    }
}
