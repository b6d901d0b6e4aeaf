package spaceslab.essay.fsq.training;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** The claims about trained quantisers, each recomputed from a run. */
public final class TrainingFindings {
    private TrainingFindings() {}

    /** All of them. */
    public static List<Finding<?>> of(CompareExperiment compare, SizesExperiment sizes) {
        Map<String, String> defaults = Map.of();
        Map<String, String> forms = Map.of("arms", "fsqTanh,fsqSigmoid,vqGradient");
        Map<String, String> everyLayer = Map.of("arms", "fsqTanh,vqEmaReset", "everyLayer", "true");
        return List.of(
                Finding.heavy(
                        "untreatedDies",
                        Source.ESSAY,
                        Status.HOLDS,
                        compare,
                        defaults,
                        0.1,
                        TrainingFindings::untreatedDies),
                Finding.heavy(
                        "gradientDies",
                        Source.ESSAY,
                        Status.HOLDS,
                        compare,
                        forms,
                        0.1,
                        TrainingFindings::gradientDies),
                Finding.heavy(
                        "roundingNeedsNothing",
                        Source.ESSAY,
                        Status.HOLDS,
                        compare,
                        defaults,
                        0,
                        TrainingFindings::roundingNeedsNothing),
                Finding.heavy(
                        "resetBeatsRounding",
                        Source.OURS,
                        Status.HOLDS,
                        compare,
                        defaults,
                        0,
                        TrainingFindings::resetBeatsRounding),
                Finding.heavy(
                        "formSecondOrder",
                        Source.OURS,
                        Status.HOLDS,
                        compare,
                        forms,
                        0.1,
                        TrainingFindings::formSecondOrder),
                Finding.heavy(
                        "everyLayerLoses",
                        Source.ESSAY,
                        Status.HOLDS,
                        compare,
                        everyLayer,
                        0,
                        TrainingFindings::everyLayerLoses),
                Finding.heavy(
                        "untreatedWhateverSize",
                        Source.ESSAY,
                        Status.HOLDS,
                        sizes,
                        defaults,
                        0.1,
                        TrainingFindings::untreatedWhateverSize),
                Finding.heavy(
                        "networkClosesGap",
                        Source.ESSAY,
                        Status.HOLDS,
                        sizes,
                        defaults,
                        0.5,
                        TrainingFindings::networkClosesGap));
    }

    private static double error(RunResult r, Arm arm) {
        return r.number("finalError." + arm.key());
    }

    private static int used(RunResult r, Arm arm) {
        return (int) r.number("finalUsed." + arm.key());
    }

    private static int size(RunResult r, Arm arm) {
        return r.table("arms").stream()
                .filter(row -> row.getFirst().equals(arm.key()))
                .mapToInt(row -> ((Number) row.get(1)).intValue())
                .findFirst()
                .orElseThrow();
    }

    private static Measurement dies(RunResult r, Arm arm, Arm other, double tolerance) {
        return Measurement.that(
                used(r, arm) <= tolerance * size(r, arm) && error(r, arm) > error(r, other),
                used(r, arm),
                size(r, arm),
                error(r, arm),
                error(r, other));
    }

    private static Measurement untreatedDies(RunResult r, double tolerance) {
        return dies(r, Arm.VQ_EMA, Arm.VQ_EMA_RESET, tolerance);
    }

    private static Measurement gradientDies(RunResult r, double tolerance) {
        return dies(r, Arm.VQ_GRADIENT, Arm.FSQ_TANH, tolerance);
    }

    private static Measurement roundingNeedsNothing(RunResult r, double tolerance) {
        return Measurement.that(
                used(r, Arm.FSQ_TANH) >= 200 && error(r, Arm.FSQ_TANH) < error(r, Arm.VQ_EMA),
                used(r, Arm.FSQ_TANH),
                size(r, Arm.FSQ_TANH),
                error(r, Arm.FSQ_TANH),
                error(r, Arm.VQ_EMA));
    }

    private static Measurement resetBeatsRounding(RunResult r, double tolerance) {
        return Measurement.that(
                error(r, Arm.VQ_EMA_RESET) < error(r, Arm.FSQ_TANH),
                error(r, Arm.VQ_EMA_RESET),
                error(r, Arm.FSQ_TANH),
                used(r, Arm.VQ_EMA_RESET),
                used(r, Arm.FSQ_TANH));
    }

    /** The forms differ by at most the tolerated part of what an untreated codebook is behind. */
    private static Measurement formSecondOrder(RunResult r, double tolerance) {
        double tanh = error(r, Arm.FSQ_TANH);
        double sigmoid = error(r, Arm.FSQ_SIGMOID);
        double share =
                Math.abs(tanh - sigmoid) / (error(r, Arm.VQ_GRADIENT) - Math.min(tanh, sigmoid));
        return Measurement.that(share >= 0 && share <= tolerance, tanh, sigmoid, 100 * share);
    }

    private static Measurement everyLayerLoses(RunResult r, double tolerance) {
        return Measurement.that(
                error(r, Arm.FSQ_TANH) > error(r, Arm.VQ_EMA_RESET),
                error(r, Arm.FSQ_TANH),
                error(r, Arm.VQ_EMA_RESET));
    }

    /** From K = 256 on, at most the tolerated part of the codes is in use. */
    private static Measurement untreatedWhateverSize(RunResult r, double tolerance) {
        RunResult.Series used = r.series("usedOfCodes." + Arm.VQ_EMA.key());
        boolean collapsed = true;
        int most = 0;
        for (int i = 0; i < used.x().length; i++) {
            collapsed &= used.x()[i] < 256 || used.y()[i] <= tolerance * used.x()[i];
            most = Math.max(most, (int) used.y()[i]);
        }
        return Measurement.that(
                collapsed, most, (int) used.x()[0], (int) used.x()[used.x().length - 1]);
    }

    /** FSQ's error over that of VQ with reset falls at least to the tolerated part. */
    private static Measurement networkClosesGap(RunResult r, double tolerance) {
        RunResult.Series rounded = r.series("errorOfWidth." + Arm.FSQ_TANH.key());
        double[] kept = r.series("errorOfWidth." + Arm.VQ_EMA_RESET.key()).y();
        int last = kept.length - 1;
        double linear = rounded.y()[0] / kept[0];
        double strong = rounded.y()[last] / kept[last];
        return Measurement.that(
                strong <= tolerance * linear, linear, strong, (int) rounded.x()[last]);
    }
}
