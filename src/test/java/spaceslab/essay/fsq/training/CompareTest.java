package spaceslab.essay.fsq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spaceslab.experiment.Bitmap;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Diverged;

class CompareTest {
    private static final CompareExperiment EXPERIMENT = new CompareExperiment();

    private static CompareParameters with(String... texts) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("steps", "12");
        map.put("width", "8");
        map.put("codes", "32");
        map.put("levels", "5,4");
        map.put("data", "digits");
        for (int i = 0; i < texts.length; i += 2) {
            map.put(texts[i], texts[i + 1]);
        }
        return ParameterSchema.of(CompareParameters.class).strict(map);
    }

    /** Events as text, without what was measured in time. */
    private static List<String> events(CompareParameters parameters) {
        List<String> events = new ArrayList<>();
        ResultSchema schema = EXPERIMENT.results();
        EXPERIMENT.run(
                parameters,
                event -> {
                    assertThat(schema.declares(event)).as(event.toString()).isTrue();
                    synchronized (events) {
                        events.add(
                                switch (event) {
                                    case RunEvent.Row row ->
                                            row.cells()
                                                    .subList(0, row.cells().size() - 1)
                                                    .toString();
                                    case RunEvent.Points p ->
                                            p.series()
                                                    + java.util.Arrays.toString(p.x())
                                                    + java.util.Arrays.toString(p.y());
                                    case RunEvent.Images i ->
                                            i.name() + java.util.Arrays.hashCode(i.data());
                                    default -> event.toString();
                                });
                    }
                },
                StopSignal.never());
        return events;
    }

    @Test
    void sameBytesInTheSameOrderForMoreArmsThanRunTogether() {
        CompareParameters parameters =
                with("arms", "vqEmaReset,fsqTanh,none,vqGradient,fsqSigmoid");
        List<String> once = events(parameters);
        assertThat(once).hasSizeGreaterThan(80).isEqualTo(events(parameters));
    }

    @Test
    void everyArmIsReportedAndShown() {
        RunResult run = ResultRecorder.run(EXPERIMENT, with());
        assertThat(run.table("arms")).hasSize(3);
        assertThat(run.number("finalUsed.fsqTanh")).isBetween(1.0, 20.0);
        for (String arm : List.of("fsqTanh", "vqEma", "vqEmaReset")) {
            double[] error = run.series("error." + arm).y();
            assertThat(error[error.length - 1]).isEqualTo(run.number("finalError." + arm));
            assertThat(java.util.Arrays.stream(run.series("sortedUsage." + arm).y()).sum())
                    .isBetween(0.99, 1.01);
        }
        assertThat(run.series("latticeUsed").x().length + run.series("latticeUnused").x().length)
                .isEqualTo(20);
    }

    @Test
    void divergenceFailsWithTheStepAndKeepsWhatWasBefore() {
        Pictures data = Pictures.DIGITS;
        CompareParameters usual = with();
        TrainingPlan wild =
                new TrainingPlan(
                        data,
                        usual.plan().architecture(),
                        usual.plan().quantiser(),
                        12,
                        16,
                        1e12,
                        1);
        List<RunEvent> events = new ArrayList<>();
        assertThatThrownBy(() ->
                        CompareExperiment.train(
                                wild,
                                List.of(Arm.NONE, Arm.FSQ_TANH),
                                new float[2 * data.pixels()],
                                event -> {
                                    synchronized (events) {
                                        events.add(event);
                                    }
                                },
                                StopSignal.never()))
                .isInstanceOfSatisfying(
                        Diverged.class,
                        diverged ->
                                assertThat(events)
                                        .contains(
                                                new RunEvent.Note(
                                                        "diverged",
                                                        List.of("none", diverged.step()))));
        assertThat(events)
                .filteredOn(event ->
                        event instanceof RunEvent.Images images
                                && images.name().equals("reconstructions"))
                .hasSize(1);
        assertThat(events)
                .allSatisfy(event -> {
                    if (event instanceof RunEvent.Value value
                            && value.value() instanceof Double number) {
                        assertThat(number).isFinite();
                    }
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "levels;1,4",
                "levels;''",
                "levels;16,16,16,16,16",
                "levels;2,2",
                "codes;1",
                "codes;99999",
                "arms;''",
                "arms;fsqTanh,fsqTanh",
                "steps;9999999",
                "batch;0",
                "data;cats",
                "drawing;zz"
            })
    void refusalsNameTheParameter(String parameter, String value) {
        assertThatThrownBy(() -> with(parameter, value))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining(parameter);
    }

    @Test
    void combinationsThatCannotRunAreRefused() {
        assertThatThrownBy(() -> with("everyLayer", "true", "depth", "0"))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("depth");
        assertThatThrownBy(() ->
                        with(
                                "steps",
                                "5000",
                                "width",
                                "256",
                                "depth",
                                "4",
                                "batch",
                                "256",
                                "data",
                                "clothing"))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("steps");
        assertThatThrownBy(() -> with("codes", "16384", "data", "glyphs"))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("codes");
        assertThat(with("levels", "2,2", "arms", "fsqSymmetric").levels()).containsExactly(2, 2);
    }

    @Test
    void drawingsAreScaledByArea() {
        Bitmap left = new Bitmap(16, 16, "ff00".repeat(16));
        for (int side : new int[] {8, 16, 28}) {
            float[] levels = Drawings.levels(left, side);
            assertThat(IntStream.range(0, side * side).filter(i -> levels[i] == 1).count())
                    .isEqualTo(side * side / 2);
        }
        assertThat(Drawings.bytes(new float[] {-1, 0, 0.5f, 1, 7}))
                .containsExactly((byte) 0, (byte) 0, (byte) 128, (byte) 255, (byte) 255);
    }
}
