package spaceslab.essay.fsq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.StopSignal;

class GenerationExperimentTest {
    private static final GenerationExperiment EXPERIMENT = new GenerationExperiment();

    /** A small run; later pairs replace earlier ones. */
    private static GenerationParameters parameters(String... pairs) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("tokeniserSteps", "40");
        texts.put("modelSteps", "40");
        texts.put("width", "32");
        texts.put("layers", "1");
        texts.put("samples", "4");
        for (int i = 0; i < pairs.length; i += 2) {
            texts.put(pairs[i], pairs[i + 1]);
        }
        return ParameterSchema.of(GenerationParameters.class).strict(texts);
    }

    private static List<RunEvent> events(GenerationParameters parameters) {
        List<RunEvent> events = new ArrayList<>();
        EXPERIMENT.run(parameters, events::add, StopSignal.never());
        return events;
    }

    private static String words(RunEvent event) {
        return event instanceof RunEvent.Points p
                ? p.series() + Arrays.toString(p.x()) + Arrays.toString(p.y())
                : event instanceof RunEvent.Images i
                        ? i.name() + i.count() + Arrays.toString(i.data())
                        : event.toString();
    }

    @Test
    void theSameParametersGiveTheSameEventsInTheSameOrder() {
        List<String> once =
                events(parameters()).stream().map(GenerationExperimentTest::words).toList();
        List<RunEvent> again = events(parameters());
        assertThat(again).extracting(GenerationExperimentTest::words).isEqualTo(once);
        assertThat(again).allMatch(EXPERIMENT.results()::declares);
        assertThat(events(parameters("seed", "2")))
                .extracting(GenerationExperimentTest::words)
                .isNotEqualTo(once);
    }

    @Test
    void whatIsReturnedFitsTogether() {
        RunResult run = ResultRecorder.run(EXPERIMENT, parameters("second", "vqEma"));
        assertThat(run.table("sequence")).hasSize(16);
        assertThat(run.table("costs")).hasSize(2);
        assertThat(run.table("quality")).hasSize(9);
        for (String arm : List.of("fsqTanh", "vqEma")) {
            double[] places = run.series("positionCost." + arm).y();
            assertThat(Arrays.stream(places).sum())
                    .isCloseTo(run.number("bits." + arm), within(1e-9));
            assertThat(run.series("heldOutCost." + arm).y()).hasSize(20);
            assertThat(run.number("agreement." + arm)).isBetween(0.0, 1.0);
        }
        // an integer of FSQ is its digits in mixed radix, levels 8, 6, 5
        for (List<Object> row : run.table("sequence")) {
            String[] digits = ((String) row.get(4)).split(" · ");
            int code =
                    Integer.parseInt(digits[0])
                            + 8 * Integer.parseInt(digits[1])
                            + 48 * Integer.parseInt(digits[2]);
            assertThat(row.get(3)).isEqualTo(code);
            assertThat(row.get(7)).isEqualTo("–");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "first, none, first (none)",
        "second, fsqTanh, second (fsqTanh)",
        "levels, '16,16,17', levels",
        "levels, '8,2,8', levels (8",
        "levels, '16,16,16,16', levels (16",
        "width, 40, width (40)",
        "width, 144, width (144)",
        "codes, 3, codes (3)",
        "codes, 4097, codes (4097)",
        "temperature, 0, temperature (0",
        "temperature, NaN, temperature (NaN",
        "nucleus, 1.1, nucleus (1.1",
        "samples, 61, samples (61)",
        "modelSteps, 5001, modelSteps (5001)"
    })
    void badParametersAreRefusedByName(String name, String value, String said) {
        assertThatThrownBy(() -> parameters(name, value))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining(said);
    }

    @Test
    void levelsMatterOnlyWhereSomethingIsRounded() {
        assertThat(parameters("first", "vqEma", "levels", "16,16,16,16").first())
                .isEqualTo(Arm.VQ_EMA);
        assertThat(parameters("first", "fsqSigmoid", "levels", "2,2,2,2,2").levels()).hasSize(5);
    }

    @Test
    void aStopEndsBothArmsAndKeepsWhatWasFound() {
        AtomicBoolean stopped = new AtomicBoolean();
        ResultRecorder recorder = new ResultRecorder();
        StopSignal stop =
                () -> stopped.get() ? Optional.of(StopSignal.Reason.VISITOR) : Optional.empty();
        assertThatThrownBy(() ->
                        EXPERIMENT.run(
                                parameters("modelSteps", "5000"),
                                event -> {
                                    recorder.emit(event);
                                    stopped.set(
                                            stopped.get()
                                                    || (event instanceof RunEvent.Points p
                                                            && p.series()
                                                                    .startsWith("heldOutCost")));
                                },
                                stop))
                .isInstanceOf(StopSignal.Stopped.class);
        assertThat(recorder.result().series("tokeniserError.fsqTanh").x()).isNotEmpty();
        assertThat(recorder.result().images()).containsKey("real");
    }
}
