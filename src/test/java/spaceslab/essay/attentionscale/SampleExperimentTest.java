package spaceslab.essay.attentionscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.Seeds;
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

    /** Fault 4: what is drawn has no say in where the optimum is. */
    @ParameterizedTest
    @ValueSource(strings = {"0.1", "1", "12", "1000", "1000000"})
    void optimaDoNotDependOnTheRangeThatIsDrawn(String alphaMax) {
        RunResult own =
                ResultRecorder.run(
                        new SampleExperiment(),
                        parameters(
                                "distribution", "own", "automatic", "false", "alphaMax", alphaMax));
        assertThat(own.number("ownOptimum")).isCloseTo(1.84328, within(5e-6));
        assertThat(own.number("ownGradient")).isCloseTo(0.88445, within(5e-6));
        assertThat(own.value("ownKind")).isEqualTo("interior");
        RunResult drawn =
                ResultRecorder.run(
                        new SampleExperiment(),
                        parameters("draws", "50", "automatic", "false", "alphaMax", alphaMax));
        assertThat(drawn.number("drawnMedian")).isCloseTo(6.193, within(5e-4));
        RunResult automatic = ResultRecorder.run(new SampleExperiment(), parameters("draws", "50"));
        for (String value : List.of("medianCurveOptimum", "meanAtStar", "medianAtStar")) {
            assertThat(drawn.number(value)).isEqualTo(automatic.number(value));
        }
    }

    /** Optima of random lists, over seven orders of magnitude, against a fine search. */
    @Test
    void ownOptimaAreWhereAFineSearchFindsThem() {
        SplittableRandom random = Seeds.stream("own optima");
        for (int trial = 0; trial < 60; trial++) {
            double scale = Math.pow(10, 6 * random.nextDouble() - 3);
            int n = 2 + random.nextInt(20);
            List<Double> scores = random.doubles(n, -1, 1).map(s -> s * scale).boxed().toList();
            RunResult run =
                    ResultRecorder.run(
                            new SampleExperiment(),
                            new SampleParameters(
                                    ScoreSource.OWN, 2, 3, 1, 20, false, 1e6, scores, 1));
            double[] list = scores.stream().mapToDouble(Double::doubleValue).toArray();
            double found = run.number("ownOptimum");
            double most = Double.isFinite(found) ? run.number("ownGradient") : Double.MAX_VALUE;
            for (double alpha = 1e-3 / scale; alpha < 1e3 / scale; alpha *= 1.01) {
                double here = new GradientGrid(n, alpha).gradients(list, 1, StopSignal.never())[0];
                assertThat(here)
                        .as("%s at %s", scores, alpha)
                        .isLessThanOrEqualTo(most * (1 + 1e-9));
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
