package spaceslab.essay.transformervq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunResult;

/** Recall without training: the notes' measurements, limits and refusals. */
class RecallExperimentTest {
    private static RunResult run(Map<String, String> differing) {
        RecallExperiment recall = new RecallExperiment();
        return ResultRecorder.run(
                recall, ParameterSchema.of(RecallParameters.class).strict(differing));
    }

    /** Measured with NumPy: other draws, so within what draws differ by. */
    @ParameterizedTest
    @CsvSource({
        "64, 8, .281", "64, 16, .344", "64, 32, .609", "64, 64, .891", "64, 128, 1",
        "256, 8, .199", "256, 16, .219", "256, 32, .270", "256, 64, .355", "256, 128, .570",
        "256, 256, .902", "256, 512, 1"
    })
    void recallIsWhatTheNotesMeasured(int keys, int codes, double expected) {
        RunResult r = run(Map.of("keys", "" + keys, "codes", "" + codes));
        assertThat(r.number("recallHere")).isCloseTo(expected, within(keys == 64 ? .13 : .07));
        assertThat(r.number("fullRecall")).isEqualTo(1);
    }

    @Test
    void noMoreKeysAreAloneThanThePigeonholeAllows() {
        RunResult r = run(Map.of());
        double[] alone = r.series("alone").y();
        double[] bound = r.series("pigeonhole").y();
        for (int i = 0; i < alone.length; i++) {
            assertThat(alone[i]).isLessThanOrEqualTo(bound[i]);
        }
    }

    /** Where every value is its own kind, one code answers for one key. */
    @Test
    void withAsManyKindsAsNeededRecallIsBoundedByCodes() {
        RunResult r = run(Map.of("kinds", "64", "keys", "512", "codes", "4"));
        assertThat(r.number("recallHere")).isLessThan(0.1);
    }

    @Test
    void moreCodesOrKeysThanTokensAreRefusedByName() {
        assertThatThrownBy(() -> run(Map.of("tokens", "64", "keys", "65")))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("tokens (64)")
                .hasMessageContaining("M = 65");
        assertThatThrownBy(() -> run(Map.of("tokens", "100", "codes", "101")))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("codes (101)")
                .hasMessageContaining("n = 100");
    }
}
