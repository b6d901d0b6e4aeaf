package spaceslab.essay.pretraining;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** What the tasks themselves say about published accuracies, without any model. */
final class TaskFindings {
    /** At most this far from 50 % a guess is no better than a coin. */
    private static final double COIN = 50;

    private TaskFindings() {}

    static List<Finding<?>> of(ListopsExperiment listops, PathfinderExperiment pathfinder) {
        return List.of(
                finding("rootOperator", Status.HOLDS, listops, 0.03, TaskFindings::root),
                finding("constantAnswer", Status.HOLDS, listops, 0.06, TaskFindings::constant),
                finding("uniformLabels", Status.DOES_NOT_HOLD, listops, 0.1, TaskFindings::uniform),
                finding("betweenLevels", Status.HOLDS, listops, 0, TaskFindings::between),
                finding("acceptance", Status.HOLDS, listops, 0.02, TaskFindings::acceptance),
                finding("farInSequence", Status.HOLDS, pathfinder, 0.8, TaskFindings::far),
                Finding.of(
                        "noShortcut",
                        Source.OURS,
                        Status.HOLDS,
                        pathfinder,
                        Map.of("pictures", "400"),
                        0.15,
                        true,
                        TaskFindings::shortcut));
    }

    private static <P extends Record> Finding<P> finding(
            String id,
            Status expected,
            Experiment<P> experiment,
            double tolerance,
            Finding.Check check) {
        return Finding.of(id, Source.OURS, expected, experiment, Map.of(), tolerance, true, check);
    }

    private static Measurement root(RunResult r, double tolerance) {
        return near(r, "transformer", "rootOperator", tolerance);
    }

    private static Measurement constant(RunResult r, double tolerance) {
        return near(r, "localAttention", "majority", tolerance);
    }

    private static Measurement near(RunResult r, String score, String baseline, double tolerance) {
        double published = r.number(score);
        double computed = r.number(baseline);
        return Measurement.that(
                Math.abs(published - computed) <= tolerance * computed, published, computed);
    }

    /** Whether every label has its tenth, up to the tolerated part of it. */
    private static Measurement uniform(RunResult r, double tolerance) {
        double most = 0;
        double least = 100;
        for (double share : r.series("share.all").y()) {
            most = Math.max(most, share);
            least = Math.min(least, share);
        }
        return Measurement.that(
                most <= 10 * (1 + tolerance) && least >= 10 * (1 - tolerance), least, most);
    }

    private static Measurement between(RunResult r, double tolerance) {
        double[] read = r.series("read").y();
        double s4 = r.number("s4");
        return Measurement.that(read[1] < s4 && s4 < read[2], s4, read[1], read[2]);
    }

    private static Measurement acceptance(RunResult r, double tolerance) {
        double exact = r.number("probability");
        double drawn = r.number("accepted");
        return Measurement.that(
                Math.abs(drawn - exact) <= tolerance * exact, 100 * exact, 100 * drawn);
    }

    /** At least this part of the steps along a contour leaves the next eight positions. */
    private static Measurement far(RunResult r, double part) {
        double outside = 100 - r.number("within8");
        return Measurement.that(outside >= 100 * part, outside);
    }

    private static Measurement shortcut(RunResult r, double tolerance) {
        double distance = r.number("byDistance");
        double ink = r.number("byInk");
        return Measurement.that(Math.max(distance, ink) <= COIN * (1 + tolerance), distance, ink);
    }
}
