package spaceslab.essay.transformervq;

import static spaceslab.experiment.Effect.atMost;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Finding;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.Sample;

/** What the maps show: where the loss is, and where the essay's print slips. */
final class MapsFindings {
    /** Differences of this size are rounding. */
    private static final double ROUNDING = 1e-12;

    private static final Map<String, String> MANY_DIMENSIONS =
            Map.of("tokens", "192", "codes", "64", "keySize", "32");

    private MapsFindings() {}

    static List<Finding<?>> of(MapsExperiment maps) {
        return List.of(
                Claim.ofEssay("linearIsExact", maps).holds(MapsFindings::exact),
                Claim.ours("loudScores", maps).with("scale", "400").holds(MapsFindings::exact),
                Claim.ofEssay("lossIsInTheKeys", maps)
                        .with(Map.of("codes", "96", "codebook", "randomKeys", "keySize", "16"))
                        .holds(MapsFindings::lossless),
                Claim.ours("manyDimensions", maps)
                        .with(MANY_DIMENSIONS)
                        .doesNotHold(MapsFindings::small),
                Claim.ours("clusteredKeys", maps)
                        .with(MANY_DIMENSIONS)
                        .with(Map.of("distribution", "clustered", "spread", "0.03"))
                        .holds(MapsFindings::small),
                Claim.ofEssay("biasAsPrinted", maps)
                        .with("positions", "asPrinted")
                        .doesNotHold(r -> form(r, "blockForm")),
                Claim.ofEssay("indexAsPrinted", maps)
                        .with("positions", "none")
                        .doesNotHold(r -> form(r, "indexedForm")),
                Claim.ofEssay("reRopeInstead", maps)
                        .with(Map.of("positions", "reRope", "keySize", "16"))
                        .holds(r -> form(r, "blockForm")));
    }

    private static Sample exact(NamedResult r) {
        double apart = r.number("formsApart");
        return Sample.of(atMost("formsApart", apart, ROUNDING))
                .figures(apart, difference(r, "fullAttention"));
    }

    private static Sample lossless(NamedResult r) {
        double error = r.number("outputError");
        return Sample.of(atMost("outputError", 100 * error, 100 * ROUNDING))
                .figures(error, 100 * r.at("outputErrorBy", 1));
    }

    private static Sample small(NamedResult r) {
        double error = r.number("outputError");
        return Sample.of(atMost("outputError", 100 * error, 10))
                .figures(100 * error, 100 * r.number("keyError"));
    }

    private static Sample form(NamedResult r, String form) {
        double difference = difference(r, form);
        return Sample.of(atMost("formOff", difference, ROUNDING)).figures(difference);
    }

    private static double difference(NamedResult r, String form) {
        return r.table("forms").row("form", form).number("largestDifference");
    }
}
