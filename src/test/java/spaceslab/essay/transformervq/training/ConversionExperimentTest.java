package spaceslab.essay.transformervq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunResult;

class ConversionExperimentTest {
    private static final ConversionExperiment EXPERIMENT = new ConversionExperiment();
    private static final Map<String, String> SMALL =
            Map.of(
                    "codes", "2,32",
                    "n", "32",
                    "block", "8",
                    "keySize", "4",
                    "width", "16",
                    "units", "1",
                    "steps", "20",
                    "tuning", "10");

    private static ConversionParameters parameters(String... own) {
        return Runs.parameters(ConversionParameters.class, SMALL, own);
    }

    @Test
    void theSameParametersGiveTheSameEventsInTheSameOrder() {
        Runs.repeatItself(EXPERIMENT, parameters(), parameters("seed", "2"));
    }

    /** What goes on with full attention has lost nothing; more codes are nearer to the keys. */
    @Test
    void onlyQuantisedArmsLeaveTheTrainedModel() {
        RunResult run = ResultRecorder.run(EXPERIMENT, parameters());
        List<List<Object>> rows = run.table("converted");
        assertThat(rows.stream().map(row -> row.get(0)))
                .containsExactly("codebook", "codebook", "full", "window");
        assertThat(number(rows, 2, 3)).isCloseTo(run.number("before"), within(1e-6));
        assertThat(number(rows, 2, 2)).isZero();
        assertThat(number(rows, 1, 2)).isLessThan(number(rows, 0, 2));
        assertThat(run.series("tuned.2").x()[0]).isZero();
        assertThat(run.series("tunedByCodes").x()).containsExactly(2, 32);
    }

    private static double number(List<List<Object>> rows, int row, int column) {
        return ((Number) rows.get(row).get(column)).doubleValue();
    }

    @ParameterizedTest
    @CsvSource({
        "n, 36, n (36), '8, 16, 24'",
        "codes, 33, codes (33), 1 … 32",
        "codes, '2,2', 'codes (2,2)', 1–4",
        "tuning, 9, tuning (9), 10 … 1000",
        "tuningRate, 1, tuningRate (1, 0.0001"
    })
    void senselessSettingsAreRefusedByName(String name, String value, String said, String allowed) {
        assertThatThrownBy(() -> parameters(name, value))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining(said)
                .hasMessageContaining(allowed);
    }

    @Test
    void bothStagesAreWithinTheBudget() {
        assertThatThrownBy(
                        () -> parameters("n", "512", "width", "128", "units", "4", "steps", "3000"))
                .hasMessageContaining("steps (3000)");
        assertThatThrownBy(() ->
                        parameters("n", "512", "width", "128", "units", "2", "tuning", "1000"))
                .hasMessageContaining("tuning (1000)");
    }

    @Test
    void aStopKeepsWhatWasFound() {
        RunResult partial = Runs.stopped(EXPERIMENT, parameters("steps", "2000"), 5);
        assertThat(partial.series()).containsKey("heldOutFull");
        assertThat(partial.table("converted")).isEmpty();
    }
}
