package spaceslab.essay.nonlinearrnn.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.StopSignal;

/** Runs of either experiment from texts, as events or as a result. */
public final class TrainingRuns {
    private static final Set<String> TIMES = Set.of("stepTimeBptt", "stepTimeDeer");

    private TrainingRuns() {}

    private static Map<String, String> map(String... pairs) {
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            texts.put(pairs[i], pairs[i + 1]);
        }
        return texts;
    }

    /** Parameters from names and values in turn. */
    public static <P extends Record> P parameters(Experiment<P> experiment, String... pairs) {
        return ParameterSchema.of(experiment.parameters()).strict(map(pairs));
    }

    /** Whether a run would be live or queued. */
    public static <P extends Record> Experiment.Mode mode(
            Experiment<P> experiment, String... pairs) {
        return experiment.mode(parameters(experiment, pairs));
    }

    /** Seconds that a run is expected to take. */
    public static <P extends Record> double seconds(Experiment<P> experiment, String... pairs) {
        return experiment.cost(parameters(experiment, pairs)).seconds();
    }

    /** The finished result. */
    public static <P extends Record> RunResult result(Experiment<P> experiment, String... pairs) {
        return ResultRecorder.run(experiment, parameters(experiment, pairs));
    }

    /** Every event in order, in words, without measured times. */
    public static <P extends Record> List<String> events(
            Experiment<P> experiment, String... pairs) {
        List<String> events = new ArrayList<>();
        experiment.run(
                parameters(experiment, pairs),
                event -> words(event).ifPresent(events::add),
                StopSignal.never());
        return events;
    }

    private static Optional<String> words(RunEvent event) {
        return switch (event) {
            case RunEvent.Points p ->
                    Optional.of(
                            p.series()
                                    + Arrays.toString(p.x())
                                    + Arrays.toString(p.y())
                                    + Arrays.toString(p.lower())
                                    + Arrays.toString(p.upper()));
            case RunEvent.Value v ->
                    TIMES.contains(v.name()) ? Optional.empty() : Optional.of(v.toString());
            case RunEvent.Row r -> Optional.of(r.table() + r.cells().subList(0, timeless(r)));
            case RunEvent.Progress p -> Optional.of(p.toString());
            case RunEvent.Note n -> Optional.of(n.toString());
            case RunEvent.Grid g -> Optional.of(g.toString());
            case RunEvent.Images i -> Optional.of(i.toString());
            case RunEvent.Restarted r -> Optional.of(r.toString());
            case RunEvent.Ended e -> Optional.of(e.toString());
        };
    }

    /** Columns before the times, which come last. */
    private static int timeless(RunEvent.Row row) {
        return row.cells().size() - (row.table().equals("epochs") ? 2 : 1);
    }

    /** What was recorded when a run was stopped at the first event that {@code when} accepts. */
    public static <P extends Record> RunResult stopped(
            Experiment<P> experiment, Predicate<RunEvent> when, String... pairs) {
        AtomicBoolean stopped = new AtomicBoolean();
        ResultRecorder recorder = new ResultRecorder();
        try {
            experiment.run(
                    parameters(experiment, pairs),
                    event -> {
                        recorder.emit(event);
                        if (when.test(event)) {
                            stopped.set(true);
                        }
                    },
                    () ->
                            stopped.get()
                                    ? Optional.of(StopSignal.Reason.VISITOR)
                                    : Optional.empty());
        } catch (StopSignal.Stopped expected) {
            return recorder.result();
        }
        throw new AssertionError("the run went on to its end");
    }
}
