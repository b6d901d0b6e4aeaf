package spaceslab.essay.attentionscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.OrderedUnits;

class SampleExperimentTest {
    private static SampleParameters parameters(String... pairs) {
        Map<String, String> texts = new java.util.HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            texts.put(pairs[i], pairs[i + 1]);
        }
        return ParameterSchema.of(SampleParameters.class).strict(texts);
    }

    private static List<String> events(OrderedUnits units, SampleParameters parameters) {
        List<String> events = new ArrayList<>();
        new SampleExperiment(units)
                .run(parameters, event -> events.add(describe(event)), StopSignal.never());
        return events;
    }

    private static String describe(RunEvent event) {
        return event instanceof RunEvent.Points p
                ? p.series()
                        + Arrays.toString(p.x())
                        + Arrays.toString(p.y())
                        + Arrays.toString(p.lower())
                        + Arrays.toString(p.upper())
                : event.toString();
    }

    @Test
    void anyNumberOfThreadsEmitsTheSameEvents() {
        SampleParameters parameters = parameters("n", "300", "draws", "60", "seed", "8");
        List<String> one = events(new OrderedUnits(1), parameters);
        assertThat(events(new OrderedUnits(2), parameters)).isEqualTo(one);
        assertThat(events(new OrderedUnits(5), parameters)).isEqualTo(one);
        assertThat(events(new OrderedUnits(1), parameters("n", "300", "draws", "60", "seed", "9")))
                .isNotEqualTo(one);
    }

    @Test
    void aStopKeepsTheDrawsDone() {
        AtomicBoolean stopped = new AtomicBoolean();
        StopSignal stop =
                () -> stopped.get() ? Optional.of(StopSignal.Reason.VISITOR) : Optional.empty();
        ResultRecorder recorder = new ResultRecorder();
        Emitter out =
                event -> {
                    recorder.emit(event);
                    if (event instanceof RunEvent.Progress p && p.done() >= 16) {
                        stopped.set(true);
                    }
                };
        assertThatThrownBy(() ->
                        new SampleExperiment()
                                .run(parameters("n", "100", "draws", "200"), out, stop))
                .isInstanceOf(StopSignal.Stopped.class);
        RunResult result = recorder.result();
        assertThat(result.series("optimum").x()).hasSizeBetween(10, 16);
        assertThat(result.series("median").x()).hasSize(100);
        assertThat(result.notes())
                .anyMatch(note ->
                        note.key().equals("partialDraws")
                                && note.arguments().equals(List.of(16, 200)));
    }

    @Test
    void everyDistributionRunsToItsEnd() {
        for (ScoreSource source : ScoreSource.values()) {
            String name =
                    source == ScoreSource.STUDENT_T
                            ? "studentT"
                            : source.name().toLowerCase(java.util.Locale.ROOT);
            RunResult result =
                    ResultRecorder.run(
                            new SampleExperiment(),
                            parameters("distribution", name, "n", "50", "draws", "20"));
            if (source == ScoreSource.OWN) {
                assertThat(result.number("ownOptimum")).isCloseTo(1.84328, within(1e-4));
            } else {
                assertThat(result.number("drawnMedian")).isPositive();
                assertThat(result.number("meanLimit")).isPositive();
                assertThat(result.series("mean").y()).doesNotContain(Double.NaN);
            }
        }
    }

    @Test
    void meanFieldIsRightWhereItShouldBe() {
        RunResult result =
                ResultRecorder.run(
                        new SampleExperiment(),
                        parameters(
                                "n",
                                "5000",
                                "draws",
                                "100",
                                "automatic",
                                "false",
                                "alphaMax",
                                "1"));
        double field = new MeanField(new NormalScores(), 5000).gradient(1);
        assertThat(result.number("meanAtEnd")).isCloseTo(field, within(1e-4));
    }

    @Test
    void smallRunsAreLiveAndLargeOnesQueued() {
        SampleExperiment sample = new SampleExperiment();
        assertThat(sample.mode(parameters())).isEqualTo(Experiment.Mode.LIVE);
        SampleParameters large = parameters("n", "1000000");
        assertThat(sample.mode(large)).isEqualTo(Experiment.Mode.QUEUED);
        assertThat(sample.cost(large).seconds()).isGreaterThan(sample.cost(parameters()).seconds());
    }
}
