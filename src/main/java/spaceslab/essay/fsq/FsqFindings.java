package spaceslab.essay.fsq;

import static spaceslab.experiment.Effect.above;
import static spaceslab.experiment.Effect.atLeast;
import static spaceslab.experiment.Effect.atMost;
import static spaceslab.experiment.Effect.below;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Finding;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.Sample;

/** The claims that need no training. */
final class FsqFindings {
    /** Codes in use of a codebook that is taken for collapsed, in %. */
    private static final double COLLAPSED = 10;

    /** Codes in use of one that is taken for whole, in %. */
    private static final double WHOLE = 90;

    private static final Map<String, String> RESET =
            Map.of("method", "emaReset", "period", "1", "step", "1", "threshold", "1");

    private FsqFindings() {}

    static List<Finding<?>> of(QuantiserExperiment quantiser, CollapseExperiment collapse) {
        return List.of(
                Claim.ofEssay("farCodebookCollapses", collapse)
                        .holds(r ->
                                Sample.of(
                                                atMost(
                                                        "gradientUsed",
                                                        percent(r, "codesGradient"),
                                                        COLLAPSED))
                                        .figures(r.value("codesGradient"), r.value("codes"))),
                Claim.ours("resetRepairs", collapse).with(RESET).holds(FsqFindings::repairs),
                Claim.ofEssay("averageIsGradient", collapse)
                        .with("method", "ema")
                        .holds(r ->
                                Sample.of(
                                                atMost(
                                                        "averageFromGradient",
                                                        r.number("averageAsGradient"),
                                                        1e-12))
                                        .figures(r.number("averageAsGradient"))),
                Claim.ours("averagePreventsCollapse", collapse)
                        .with("method", "ema")
                        .with("step", "200")
                        .doesNotHold(r ->
                                Sample.of(atLeast("averageUsed", percent(r, "codesEma"), WHOLE))
                                        .figures(r.value("codesEma"), r.value("codes"))),
                Claim.ofEssay("everyCodeInReach", quantiser)
                        .holds(r ->
                                Sample.of(atLeast("codesHit", 100 * r.number("usage"), 99))
                                        .figures(
                                                r.value("used"),
                                                r.value("size"),
                                                r.number("perplexity"))),
                Claim.ours("formsAreOne", quantiser)
                        .with("levels", "5,5,5,5")
                        .whateverSeed()
                        .holds(r -> digits(r, "halfInputDisagreement", 1)),
                Claim.ours("evenSpread", quantiser)
                        .with("sigma", "2")
                        .whateverSeed()
                        .eachCondition()
                        .depends(FsqFindings::spread),
                Claim.ours("printedShift", quantiser).whateverSeed().holds(FsqFindings::shift),
                Claim.ofPaper("twoLevels", quantiser)
                        .with("form", "tanhPublished")
                        .with("levels", "2,2,2,2,2,2,2,2")
                        .whateverSeed()
                        .doesNotHold(r ->
                                Sample.of(
                                                atLeast(
                                                        "bitsOfTwo",
                                                        r.number("entropy.tanhPublished"),
                                                        0.9))
                                        .figures(
                                                r.number("entropy.tanhPublished"),
                                                r.number("entropy.symmetric"))));
    }

    /** Part of the codes, in %. */
    private static double percent(NamedResult r, String used) {
        return 100 * r.number(used) / r.number("codes");
    }

    /** One step with reset wakes the codes, which one without leaves asleep. */
    private static Sample repairs(NamedResult r) {
        return Sample.of(
                        atLeast("resetUsed", percent(r, "codesEmaReset"), WHOLE),
                        below("plainUsed", percent(r, "codesEma"), 50))
                .figures(r.value("codesEmaReset"), r.value("codes"), r.value("codesEma"));
    }

    private static Sample digits(NamedResult r, String disagreement, double threshold) {
        double share = 100 * r.number(disagreement);
        return Sample.of(atMost("digitsDiffer", share, threshold)).figures(share);
    }

    private static Sample shift(NamedResult r) {
        double share = 100 * r.number("shiftDisagreement");
        return Sample.of(atMost("digitsDiffer", share, 0.1))
                .figures(r.number("shiftDifference"), share);
    }

    /** At σ = 1 and at this run's σ: does the paper's form spread its levels more evenly? */
    private static Sample spread(NamedResult r) {
        double tanhAtOne = r.at("entropyOfSigma.tanh", 1);
        double sigmoidAtOne = r.at("entropyOfSigma.sigmoid", 1);
        double tanh = r.number("entropy.tanh");
        double sigmoid = r.number("entropy.sigmoid");
        return Sample.of(
                        above("tanhAheadAtOne", tanhAtOne - sigmoidAtOne, 0),
                        above("tanhAheadHere", tanh - sigmoid, 0))
                .figures(tanhAtOne, sigmoidAtOne, tanh, sigmoid);
    }
}
