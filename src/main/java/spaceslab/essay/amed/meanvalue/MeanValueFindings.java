package spaceslab.essay.amed.meanvalue;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** What holds of the mean value theorem for vectors, and what does not. */
public final class MeanValueFindings {
    private MeanValueFindings() {}

    public static List<Finding<?>> of(ChordExperiment chord, MeanValueExperiment meanValue) {
        return List.of(
                finding(
                        "vectorMeanValue",
                        Status.DOES_NOT_HOLD,
                        Source.OURS,
                        chord,
                        Map.of(),
                        1e-6,
                        MeanValueFindings::equality),
                finding(
                        "directionInThePlane",
                        Status.HOLDS,
                        Source.ESSAY,
                        chord,
                        Map.of(),
                        1e-6,
                        MeanValueFindings::direction),
                finding(
                        "directionInSpace",
                        Status.DOES_NOT_HOLD,
                        Source.OURS,
                        chord,
                        Map.of("curve", "helix"),
                        1e-6,
                        MeanValueFindings::direction),
                finding(
                        "geometricMeanEarly",
                        Status.HOLDS,
                        Source.OURS,
                        meanValue,
                        Map.of(),
                        0.01,
                        MeanValueFindings::early),
                finding(
                        "oneMiddleOneVariance",
                        Status.HOLDS,
                        Source.OURS,
                        meanValue,
                        Map.of(),
                        1e-9,
                        MeanValueFindings::exactly),
                finding(
                        "oneMiddleTwoVariances",
                        Status.DOES_NOT_HOLD,
                        Source.OURS,
                        meanValue,
                        Map.of(),
                        1e-4,
                        MeanValueFindings::jointly));
    }

    private static <P extends Record> Finding<P> finding(
            String id,
            Status expected,
            Source source,
            spaceslab.experiment.Experiment<P> experiment,
            Map<String, String> parameters,
            double tolerance,
            Finding.Check check) {
        return Finding.of(id, source, expected, experiment, parameters, tolerance, true, check);
    }

    private static Measurement equality(RunResult r, double tolerance) {
        double gap = r.number("leastGap");
        return Measurement.that(gap <= tolerance, 100 * gap);
    }

    /** Whether some slope is parallel to the chord; then what is missing is only a length. */
    private static Measurement direction(RunResult r, double tolerance) {
        double angle = r.number("leastAngle");
        return Measurement.that(
                Math.toRadians(angle) <= tolerance, angle, r.number("scaleAtLeastAngle"));
    }

    /** r in the first and in the last step of the schedule. */
    private static Measurement early(RunResult r, double tolerance) {
        double[] middles = r.series("middleR.mean").y();
        double first = middles[0];
        double last = middles[middles.length - 1];
        return Measurement.that(
                Math.abs(first - 0.5) <= tolerance && Math.abs(last - 0.5) > 10 * tolerance,
                first,
                last);
    }

    private static Measurement exactly(RunResult r, double tolerance) {
        double error = r.number("errorAtRoot");
        return Measurement.that(error <= tolerance, r.number("rootR"), error, r.number("errorDpm"));
    }

    private static Measurement jointly(RunResult r, double tolerance) {
        double error = r.number("bestJointError");
        return Measurement.that(error <= tolerance, r.number("bestJointR"), error);
    }
}
