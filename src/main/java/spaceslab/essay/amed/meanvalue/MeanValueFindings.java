package spaceslab.essay.amed.meanvalue;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** The claims about mean values, each recomputed from a run. */
public final class MeanValueFindings {
    /** As many steps as ten evaluations allow, from mere noise to the data. */
    private static final Map<String, String> NOTED_STEPS =
            Map.of("start", "80", "end", "0.002", "steps", "5");

    private MeanValueFindings() {}

    /** All of them. */
    public static List<Finding<?>> of(
            MeanValueExperiment meanValue, MiddlePointExperiment middlePoint) {
        return List.of(
                quick(
                        "noMeanValueOnCircle",
                        Source.ESSAY,
                        Status.HOLDS,
                        meanValue,
                        Map.of(),
                        1e-3,
                        MeanValueFindings::noMeanValue),
                quick(
                        "directionInPlane",
                        Source.OURS,
                        Status.HOLDS,
                        meanValue,
                        Map.of(),
                        1e-6,
                        MeanValueFindings::direction),
                quick(
                        "directionOnHelix",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        meanValue,
                        Map.of("curve", "helix"),
                        1e-6,
                        MeanValueFindings::direction),
                quick(
                        "geometricMeanEverywhere",
                        Source.PAPER,
                        Status.DEPENDS_ON,
                        middlePoint,
                        NOTED_STEPS,
                        0.02,
                        MeanValueFindings::geometric),
                quick(
                        "oneMiddleSolvesAll",
                        Source.ESSAY,
                        Status.HOLDS,
                        middlePoint,
                        Map.of(),
                        1e-9,
                        MeanValueFindings::solved),
                quick(
                        "oneMiddleForTwoVariances",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        middlePoint,
                        Map.of("variances", "1,0.01"),
                        1e-9,
                        MeanValueFindings::solved));
    }

    private static <P extends Record> Finding<P> quick(
            String id,
            Source source,
            Status expected,
            Experiment<P> experiment,
            Map<String, String> parameters,
            double tolerance,
            Finding.Check check) {
        return Finding.of(id, source, expected, experiment, parameters, tolerance, true, check);
    }

    private static Measurement noMeanValue(RunResult r, double tolerance) {
        double gap = r.number("leastGap");
        return Measurement.that(gap > tolerance, 100 * gap);
    }

    /** Whether some slope is parallel to the chord; then what is missing is only a length. */
    private static Measurement direction(RunResult r, double tolerance) {
        double angle = r.number("leastAngle");
        return Measurement.that(
                Math.toRadians(angle) <= tolerance, angle, r.number("scaleAtLeastAngle"));
    }

    /** Is r within the tolerance of 1/2 in every step, in some, in none? */
    private static Measurement geometric(RunResult r, double tolerance) {
        double[] exponents = r.series("onCurve.1").y();
        int near = 0;
        for (double exponent : exponents) {
            near += Math.abs(exponent - 0.5) <= tolerance ? 1 : 0;
        }
        Status status =
                near == exponents.length
                        ? Status.HOLDS
                        : near > 0 ? Status.DEPENDS_ON : Status.DOES_NOT_HOLD;
        return Measurement.of(
                status, near, exponents.length, exponents[0], exponents[exponents.length - 1]);
    }

    /** Whether one r makes every step exact. */
    private static Measurement solved(RunResult r, double tolerance) {
        double error = r.number("leastError");
        return Measurement.that(error <= tolerance, error, r.number("worstMiddle"));
    }
}
