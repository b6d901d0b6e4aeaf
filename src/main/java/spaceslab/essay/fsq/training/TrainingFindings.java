package spaceslab.essay.fsq.training;

import static spaceslab.experiment.Effect.above;
import static spaceslab.experiment.Effect.atLeast;
import static spaceslab.experiment.Effect.atMost;
import static spaceslab.experiment.Effect.below;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Finding;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.ResultRow;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.Sample;

/** The claims about trained quantisers. */
public final class TrainingFindings {
    /** Codes in use of a codebook that is taken for collapsed, in %. */
    private static final double COLLAPSED = 10;

    /** The same where K may be as small as 16 and a single code is 6 %. */
    private static final double COLLAPSED_AT_ANY_SIZE = 25;

    private static final Map<String, String> FORMS =
            Map.of("arms", "fsqTanh,fsqSigmoid,vqGradient");
    private static final Map<String, String> EVERY_LAYER =
            Map.of("arms", "fsqTanh,vqEmaReset", "everyLayer", "true");

    private TrainingFindings() {}

    /** All of them. */
    public static List<Finding<?>> of(CompareExperiment compare, SizesExperiment sizes) {
        return List.of(
                Claim.ofEssay("untreatedDies", compare)
                        .heavy()
                        .seeds(3)
                        .holds(r -> dies(r, Arm.VQ_EMA, Arm.VQ_EMA_RESET)),
                Claim.ofEssay("gradientDies", compare)
                        .with(FORMS)
                        .heavy()
                        .seeds(7)
                        .holds(r -> dies(r, Arm.VQ_GRADIENT, Arm.FSQ_TANH)),
                Claim.ofEssay("roundingNeedsNothing", compare)
                        .heavy()
                        .seeds(3)
                        .holds(TrainingFindings::roundingNeedsNothing),
                Claim.ours("resetBeatsRounding", compare)
                        .heavy()
                        .seeds(3)
                        .holds(r ->
                                behindReset(r)
                                        .figures(
                                                error(r, Arm.VQ_EMA_RESET),
                                                error(r, Arm.FSQ_TANH),
                                                used(r, Arm.VQ_EMA_RESET),
                                                used(r, Arm.FSQ_TANH))),
                Claim.ours("formSecondOrder", compare)
                        .with(FORMS)
                        .heavy()
                        .seeds(7)
                        .holds(TrainingFindings::formSecondOrder),
                Claim.ofEssay("everyLayerLoses", compare)
                        .with(EVERY_LAYER)
                        .heavy()
                        .seeds(3)
                        .holds(r ->
                                behindReset(r)
                                        .figures(
                                                error(r, Arm.FSQ_TANH),
                                                error(r, Arm.VQ_EMA_RESET))),
                Claim.ofEssay("untreatedWhateverSize", sizes)
                        .heavy()
                        .seeds(3)
                        .holds(TrainingFindings::untreatedWhateverSize),
                Claim.ofEssay("networkClosesGap", sizes)
                        .heavy()
                        .seeds(3)
                        .holds(TrainingFindings::networkClosesGap));
    }

    private static ResultRow arm(NamedResult r, Arm arm) {
        return r.table("arms").row("arm", arm.key());
    }

    private static double error(NamedResult r, Arm arm) {
        return arm(r, arm).number("error");
    }

    private static int used(NamedResult r, Arm arm) {
        return arm(r, arm).integer("used");
    }

    private static int size(NamedResult r, Arm arm) {
        return arm(r, arm).integer("size");
    }

    /** How far above the other, in % of it. */
    private static double excess(double error, double other) {
        return 100 * (error / other - 1);
    }

    /** Few codes in use, and an error above that of one that is kept alive. */
    private static Sample dies(NamedResult r, Arm arm, Arm other) {
        double share = 100.0 * used(r, arm) / size(r, arm);
        return Sample.of(
                        atMost("untreatedUsed", share, COLLAPSED),
                        above("untreatedBehind", excess(error(r, arm), error(r, other)), 0))
                .figures(used(r, arm), size(r, arm), error(r, arm), error(r, other));
    }

    private static Sample roundingNeedsNothing(NamedResult r) {
        double rounded = error(r, Arm.FSQ_TANH);
        double untreated = error(r, Arm.VQ_EMA);
        return Sample.of(
                        atLeast("roundedUsed", used(r, Arm.FSQ_TANH), 200),
                        above("untreatedBehind", excess(untreated, rounded), 0))
                .figures(used(r, Arm.FSQ_TANH), size(r, Arm.FSQ_TANH), rounded, untreated);
    }

    /** Whether FSQ's error is above that of the codebook with reset. */
    private static Sample behindReset(NamedResult r) {
        return Sample.of(
                above(
                        "roundedBehindReset",
                        excess(error(r, Arm.FSQ_TANH), error(r, Arm.VQ_EMA_RESET)),
                        0));
    }

    /** The forms differ by at most a tenth of what an untreated codebook is behind. */
    private static Sample formSecondOrder(NamedResult r) {
        double tanh = error(r, Arm.FSQ_TANH);
        double sigmoid = error(r, Arm.FSQ_SIGMOID);
        double behind = error(r, Arm.VQ_GRADIENT) - Math.min(tanh, sigmoid);
        double share = 100 * Math.abs(tanh - sigmoid) / behind;
        return Sample.of(above("gradientBehind", behind, 0), atMost("formsApart", share, 10))
                .figures(tanh, sigmoid, share);
    }

    /** Of the size where the largest part of the codes is in use. */
    private static Sample untreatedWhateverSize(NamedResult r) {
        RunResult.Series used = r.series("usedOfCodes." + Arm.VQ_EMA.key());
        double[] sizes = used.x();
        double[] codes = used.y();
        int fullest =
                IntStream.range(0, sizes.length)
                        .boxed()
                        .max(Comparator.comparingDouble(i -> codes[i] / sizes[i]))
                        .orElseThrow();
        double most = IntStream.range(0, codes.length).mapToDouble(i -> codes[i]).max().orElse(0);
        double share = 100 * codes[fullest] / sizes[fullest];
        return Sample.of(atMost("largestUsed", share, COLLAPSED_AT_ANY_SIZE))
                .figures(most, sizes[0], sizes[sizes.length - 1]);
    }

    /** FSQ's error over that of VQ with reset falls at least to half. */
    private static Sample networkClosesGap(NamedResult r) {
        RunResult.Series rounded = r.series("errorOfWidth." + Arm.FSQ_TANH.key());
        double[] kept = r.series("errorOfWidth." + Arm.VQ_EMA_RESET.key()).y();
        int last = kept.length - 1;
        double linear = rounded.y()[0] / kept[0];
        double strong = rounded.y()[last] / kept[last];
        return Sample.of(below("ratioLeft", 100 * strong / linear, 50))
                .figures(linear, strong, rounded.x()[last]);
    }
}
