package spaceslab.essay.transformervq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.StopSignal;

/** What every training here must do: repeat itself, declare what it emits, and stop. */
final class Runs {
    private Runs() {}

    /** Later pairs of name and text replace earlier ones. */
    static <P extends Record> P parameters(
            Class<P> type, Map<String, String> small, String... own) {
        Map<String, String> texts = new LinkedHashMap<>(small);
        for (int i = 0; i < own.length; i += 2) {
            texts.put(own[i], own[i + 1]);
        }
        return ParameterSchema.of(type).strict(texts);
    }

    static <P extends Record> void repeatItself(Experiment<P> experiment, P parameters, P other) {
        List<String> once = events(experiment, parameters);
        assertThat(events(experiment, parameters)).isEqualTo(once);
        assertThat(events(experiment, other)).isNotEqualTo(once);
    }

    private static <P extends Record> List<String> events(Experiment<P> experiment, P parameters) {
        List<RunEvent> events = new ArrayList<>();
        experiment.run(parameters, events::add, StopSignal.never());
        assertThat(events).allMatch(experiment.results()::declares);
        return events.stream().map(Runs::words).toList();
    }

    private static String words(RunEvent event) {
        return switch (event) {
            case RunEvent.Points p -> p.series() + Arrays.toString(p.x()) + Arrays.toString(p.y());
            case RunEvent.Grid g -> g.name() + Arrays.toString(g.values());
            default -> event.toString();
        };
    }

    /** Stops after so many events; what was emitted until then. */
    static <P extends Record> RunResult stopped(Experiment<P> experiment, P parameters, int after) {
        AtomicInteger emitted = new AtomicInteger();
        ResultRecorder recorder = new ResultRecorder();
        StopSignal stop =
                () ->
                        emitted.get() >= after
                                ? Optional.of(StopSignal.Reason.VISITOR)
                                : Optional.empty();
        assertThatThrownBy(() ->
                        experiment.run(
                                parameters,
                                event -> {
                                    recorder.emit(event);
                                    emitted.incrementAndGet();
                                },
                                stop))
                .isInstanceOf(StopSignal.Stopped.class);
        return recorder.result();
    }
}
