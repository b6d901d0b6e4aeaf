package spaceslab.essay.nonlinearrnn.training;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** The claims about training, each recomputed from a run. */
public final class TrainingFindings {
    private TrainingFindings() {}

    /** All of them, shown by the two experiments. */
    public static List<Finding<?>> of(TrainingExperiment training, SweepsExperiment sweeps) {
        Map<String, String> defaults = Map.of();
        Map<String, String> fewExamples = Map.of("examples", "64", "epochs", "6");
        Map<String, String> oneSweep = Map.of("sweeps", "1", "steps", "200", "repeats", "1");
        Map<String, String> copying = Map.of("task", "copy");
        Map<String, String> smallStart = Map.of("task", "copy", "radius", "0.5");
        return List.of(
                quick(
                        "deerSameCurve",
                        Source.PAPER,
                        Status.HOLDS,
                        training,
                        fewExamples,
                        TrainingFindings::sameCurve),
                quick(
                        "warmStartSaves",
                        Source.PAPER,
                        Status.HOLDS,
                        training,
                        fewExamples,
                        TrainingFindings::warmStart),
                heavy(
                        "deerLearns",
                        Source.OURS,
                        Status.HOLDS,
                        training,
                        defaults,
                        TrainingFindings::learns),
                quick(
                        "oneSweepParity",
                        Source.OURS,
                        Status.HOLDS,
                        sweeps,
                        oneSweep,
                        TrainingFindings::oneSweep),
                heavy(
                        "sweepsEnoughCopy",
                        Source.ESSAY,
                        Status.HOLDS,
                        sweeps,
                        copying,
                        TrainingFindings::sweepsEnough),
                heavy(
                        "sweepsEnoughParity",
                        Source.ESSAY,
                        Status.DOES_NOT_HOLD,
                        sweeps,
                        defaults,
                        TrainingFindings::sweepsEnough),
                heavy(
                        "stackBetter",
                        Source.ESSAY,
                        Status.HOLDS,
                        sweeps,
                        defaults,
                        TrainingFindings::stackBetter),
                heavy(
                        "stackBetterSmallStart",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        sweeps,
                        smallStart,
                        TrainingFindings::stackBetter));
    }

    private static Measurement sameCurve(RunResult result, double tolerance) {
        double difference = result.number("largestDifference");
        double bound = result.number("differenceBound");
        return Measurement.that(
                difference <= bound && result.number("largestGradientDifference") < tolerance,
                difference,
                bound,
                result.number("largestGradientDifference"));
    }

    private static Measurement warmStart(RunResult result, double tolerance) {
        double warm = result.number("iterationsLast");
        double cold = result.number("iterationsLastCold");
        return Measurement.that(warm < cold - 1, warm, cold);
    }

    private static Measurement learns(RunResult result, double tolerance) {
        double loss = result.number("testLossDeer");
        double baseline = result.number("baseline");
        return Measurement.that(
                loss < 0.1 * baseline, loss, baseline, 100 * result.number("rightDeer"));
    }

    /** Indistinguishable from guessing, while one layer of the stack is clearly not. */
    private static Measurement oneSweep(RunResult result, double tolerance) {
        double sweep = result.number("bestSweeps");
        double baseline = result.number("baseline");
        return Measurement.that(sweep > 0.98 * baseline, sweep, baseline);
    }

    private static Measurement sweepsEnough(RunResult result, double tolerance) {
        double sweeps = result.number("bestSweeps");
        double rnn = result.number("finalRnn");
        return Measurement.that(
                sweeps <= rnn, sweeps, result.value("bestSweepsN"), rnn, result.number("baseline"));
    }

    private static Measurement stackBetter(RunResult result, double tolerance) {
        int better = (int) result.number("stackBetter");
        int compared = (int) result.number("compared");
        return Measurement.that(
                better == compared,
                better,
                compared,
                result.number("bestStack"),
                result.number("bestSweeps"));
    }

    private static <P extends Record> Finding<P> quick(
            String id,
            Source source,
            Status expected,
            Experiment<P> experiment,
            Map<String, String> parameters,
            Finding.Check check) {
        return Finding.of(id, source, expected, experiment, parameters, 1e-6, true, check);
    }

    private static <P extends Record> Finding<P> heavy(
            String id,
            Source source,
            Status expected,
            Experiment<P> experiment,
            Map<String, String> parameters,
            Finding.Check check) {
        return Finding.of(id, source, expected, experiment, parameters, 1e-6, false, check);
    }
}
