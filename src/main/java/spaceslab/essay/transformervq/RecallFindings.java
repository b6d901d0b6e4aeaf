package spaceslab.essay.transformervq;

import static spaceslab.experiment.Effect.above;
import static spaceslab.experiment.Effect.atLeast;
import static spaceslab.experiment.Effect.atMost;
import static spaceslab.experiment.Effect.below;

import java.util.List;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Finding;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.Sample;

/** What recall without training says about the size of a codebook. */
final class RecallFindings {
    private RecallFindings() {}

    static List<Finding<?>> of(RecallExperiment recall) {
        return List.of(
                Claim.ofEssay("enoughCodes", recall)
                        .with("codes", "128")
                        .holds(RecallFindings::asFull),
                Claim.ofEssay("farBelowPigeonhole", recall)
                        .with("codes", "16")
                        .doesNotHold(RecallFindings::asFull),
                Claim.ours("asManyCodesAsKeys", recall)
                        .with("codes", "64")
                        .doesNotHold(RecallFindings::alone),
                Claim.ours("valuesHideSharing", recall)
                        .with("codes", "32")
                        .holds(RecallFindings::hidden),
                Claim.ours("randomKeysAsCodes", recall)
                        .with("codes", "128")
                        .with("codebook", "randomKeys")
                        .doesNotHold(RecallFindings::asFull),
                Claim.ours("moreKeysSameCodes", recall)
                        .with("codes", "128")
                        .with("keys", "256")
                        .holds(RecallFindings::lost));
    }

    /** Whether quantised keys recall as much as full attention, up to a point. */
    private static Sample asFull(NamedResult r) {
        double here = 100 * r.number("recallHere");
        double full = 100 * r.number("fullRecall");
        return Sample.of(atMost("recallLost", full - here, 1)).figures(here, full);
    }

    /** Whether every key has a code for itself, up to a point. */
    private static Sample alone(NamedResult r) {
        double alone = 100 * r.number("aloneHere");
        return Sample.of(atLeast("keysAlone", alone, 99))
                .figures(alone, 100 * r.number("recallHere"));
    }

    /** Whether more is recalled than keys are alone: sharers that happen to agree. */
    private static Sample hidden(NamedResult r) {
        double alone = 100 * r.number("aloneHere");
        double here = 100 * r.number("recallHere");
        return Sample.of(above("recalledBeyondAlone", here - alone, 5)).figures(here, alone);
    }

    private static Sample lost(NamedResult r) {
        double here = 100 * r.number("recallHere");
        return Sample.of(below("recalled", here, 70)).figures(here, 100 * r.number("fullRecall"));
    }
}
