package spaceslab.essay.nonlinearrnn.training;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** The claims about sweeps as the model, each recomputed from a run. */
public final class SweepsFindings {
    private SweepsFindings() {}

    /** All of them. */
    public static List<Finding<?>> of(SweepsExperiment sweeps) {
        Map<String, String> defaults = Map.of();
        Map<String, String> oneSweep = Map.of("sweeps", "1", "steps", "200", "repeats", "1");
        Map<String, String> copying = Map.of("task", "copy");
        Map<String, String> smallStart = Map.of("task", "copy", "radius", "0.5");
        return List.of(
                quick(
                        "oneSweepParity",
                        Source.OURS,
                        Status.HOLDS,
                        sweeps,
                        oneSweep,
                        SweepsFindings::oneSweep),
                heavy(
                        "sweepsEnoughCopy",
                        Source.ESSAY,
                        Status.HOLDS,
                        sweeps,
                        copying,
                        SweepsFindings::sweepsEnough),
                heavy(
                        "sweepsEnoughParity",
                        Source.ESSAY,
                        Status.DOES_NOT_HOLD,
                        sweeps,
                        defaults,
                        SweepsFindings::sweepsEnough),
                heavy(
                        "stackBetter",
                        Source.ESSAY,
                        Status.HOLDS,
                        sweeps,
                        defaults,
                        SweepsFindings::stackBetter),
                heavy(
                        "stackBetterSmallStart",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        sweeps,
                        smallStart,
                        SweepsFindings::stackBetter));
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
