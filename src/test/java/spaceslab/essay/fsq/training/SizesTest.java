package spaceslab.essay.fsq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunResult;

class SizesTest {
    private static SizesParameters with(String... texts) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            map.put(texts[i], texts[i + 1]);
        }
        return ParameterSchema.of(SizesParameters.class).strict(map);
    }

    @Test
    void aPointForEveryArmAndSizeInOrder() {
        SizesParameters small =
                with(
                        "arms",
                        "fsqTanh,vqEmaReset,none",
                        "data",
                        "digits",
                        "codes",
                        "16,32",
                        "widths",
                        "0,8",
                        "steps",
                        "10",
                        "batch",
                        "8");
        RunResult run = ResultRecorder.run(new SizesExperiment(), small);
        assertThat(run.series("errorOfCodes.vqEmaReset").x()).containsExactly(16, 32);
        assertThat(run.series("errorOfCodes.fsqTanh").x()).containsExactly(15, 64);
        assertThat(run.series("errorOfWidth.none").x()).containsExactly(0, 8);
        assertThat(run.table("trainings")).hasSize(12);
        assertThat(run.table("trainings").stream().map(row -> row.getFirst()).limit(3))
                .isEqualTo(List.of("fsqTanh", "vqEmaReset", "none"));
        RunResult again = ResultRecorder.run(new SizesExperiment(), small);
        assertThat(again.table("trainings")).isEqualTo(run.table("trainings"));
    }

    @Test
    void theUsualSettingsAreTheDefaultsOfAComparison() {
        CompareParameters compare = ParameterSchema.of(CompareParameters.class).defaults();
        assertThat(QuantiserSettings.usual(1024)).isEqualTo(compare.plan().quantiser());
        assertThat(QuantiserSettings.usual(16).levels()).containsExactly(5, 3);
        assertThat(QuantiserSettings.usual(8192).levels()).containsExactly(7, 5, 5, 5, 5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "codes;1",
                "codes;64,64",
                "codes;''",
                "widths;''",
                "widths;-1",
                "arms;''",
                "steps;100000",
                "depth;0"
            })
    void refusalsNameTheParameter(String parameter, String value) {
        assertThatThrownBy(() -> with(parameter, value))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining(parameter);
    }
}
