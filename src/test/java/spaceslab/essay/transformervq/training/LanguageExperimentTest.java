package spaceslab.essay.transformervq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunResult;
import spaceslab.learning.data.Texts;
import spaceslab.numerics.SeededStreams;

class LanguageExperimentTest {
    private static final LanguageExperiment EXPERIMENT = new LanguageExperiment();
    private static final Map<String, String> SMALL =
            Map.of(
                    "codes", "6",
                    "n", "32",
                    "longer", "4",
                    "block", "8",
                    "keySize", "4",
                    "width", "16",
                    "units", "1",
                    "steps", "20",
                    "written", "20");

    private static LanguageParameters parameters(String... own) {
        return Runs.parameters(LanguageParameters.class, SMALL, own);
    }

    @Test
    void theSameParametersGiveTheSameEventsInTheSameOrder() {
        Runs.repeatItself(EXPERIMENT, parameters(), parameters("truncation", "oneBlock"));
    }

    @Test
    void memoryIsConstantWithACacheAndGrowsWithFullAttention() {
        RunResult run = ResultRecorder.run(EXPERIMENT, parameters());
        double[] bytes = run.series("memory.6").x();
        assertThat(bytes).containsExactly(8, 16, 32, 64, 128);
        assertThat(run.series("memory.6").y()).containsOnly(2 * 8 * (4 + 32) + 6 * (32 + 1));
        double[] full = run.series("memoryFull").y();
        for (int i = 0; i < bytes.length; i++) {
            assertThat(full[i]).isEqualTo(bytes[i] * (4 + 32));
        }
        assertThat(run.table("models")).hasSize(3);
        assertThat(run.number("bits.6")).isBetween(3.0, 9.0);
        List<List<Object>> written = run.table("written");
        assertThat(written).hasSizeGreaterThan(5);
        assertThat(written).allMatch(row -> !row.get(3).toString().isEmpty());
    }

    /** Parts are whole characters and the counted bits are those of a fair coin where due. */
    @Test
    void textsAreBytesOfWholeCharacters() {
        for (Texts text : Texts.values()) {
            ByteText bytes = ByteText.of(text);
            for (byte[] part : List.of(bytes.train(), bytes.heldOut())) {
                assertThat(new String(part, StandardCharsets.UTF_8)).doesNotContain("\uFFFD");
            }
            assertThat((double) bytes.heldOut().length / bytes.train().length)
                    .isCloseTo(1 / 9.0, within(0.01));
        }
        byte[] coin = new byte[10_000];
        Arrays.fill(coin, 0, 5000, (byte) 1);
        assertThat(new ByteText(coin, new byte[] {0, 1, 1}).unigramBits())
                .isCloseTo(1 + Math.log(1 + 256 / 10_000.0) / Math.log(2), within(1e-3));
        int[][] rows = new ByteText(coin, coin).draw(5, 30, new SeededStreams(1).stream(0));
        assertThat(rows).hasDimensions(5, 31);
    }

    @ParameterizedTest
    @CsvSource({
        "n, 36, n (36), '8, 16, 24'",
        "codes, '6,33', codes (33), 1 … 32",
        "codes, '6,6', 'codes (6,6)', 1–4",
        "longer, 17, longer (17), 1 … 16",
        "nucleus, 0, nucleus (0, 0.05 … 1",
        "temperature, NaN, temperature (NaN, 0.1 … 3",
        "block, 3, block (3), 4 … 128"
    })
    void senselessSettingsAreRefusedByName(String name, String value, String said, String allowed) {
        assertThatThrownBy(() -> parameters(name, value))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining(said)
                .hasMessageContaining(allowed);
    }

    @Test
    void aRunBeyondTheBudgetIsRefusedWithThePossibleSteps() {
        assertThatThrownBy(
                        () -> parameters("n", "512", "width", "128", "units", "4", "steps", "3000"))
                .hasMessageContaining("steps (3000)");
    }

    @Test
    void aStopKeepsWhatWasFound() {
        RunResult partial = Runs.stopped(EXPERIMENT, parameters("steps", "2000"), 9);
        assertThat(partial.series()).containsKey("heldOut.6");
        assertThat(partial.table("models")).isEmpty();
    }
}
