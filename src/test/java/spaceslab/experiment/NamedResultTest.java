package spaceslab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Results are read by name, and an unknown name says which there are. */
class NamedResultTest {
    private final NamedResult result = result();

    private static NamedResult result() {
        ResultRecorder recorder = new ResultRecorder();
        recorder.emit(new RunEvent.Value("loss", 0.5));
        recorder.emit(
                new RunEvent.Points("error.newton", new double[] {1, 2}, new double[] {3, 4}));
        recorder.emit(new RunEvent.Row("methods", List.of("newton", 5, 1.0)));
        recorder.emit(new RunEvent.Row("methods", List.of("jacobi", 30, 1.0)));
        ResultSchema schema =
                ResultSchema.builder()
                        .values("loss", "never")
                        .series("error")
                        .table("methods", "method", "sweeps", "gain")
                        .build();
        return new NamedResult(schema, Map.of("seed", "7"), recorder.result());
    }

    @Test
    void readsByName() {
        assertThat(result.number("loss")).isEqualTo(0.5);
        assertThat(result.has("never")).isFalse();
        assertThat(result.at("error.newton", 2)).isEqualTo(4);
        assertThat(result.parameter("seed")).isEqualTo("7");
        ResultTable methods = result.table("methods");
        assertThat(methods.row("method", "newton").integer("sweeps")).isEqualTo(5);
        assertThat(methods.where("gain", 1).rows()).hasSize(2);
        assertThat(methods.where("gain", 1).where("sweeps", 30L).only().value("method"))
                .isEqualTo("jacobi");
    }

    @Test
    void unknownNamesFailWithTheNamesThereAre() {
        assertThatThrownBy(() -> result.number("lost")).hasMessageContaining("[loss, never]");
        assertThatThrownBy(() -> result.number("never")).hasMessageContaining("never");
        assertThatThrownBy(() -> result.series("loss")).hasMessageContaining("[error]");
        assertThatThrownBy(() -> result.series("error.elk")).hasMessageContaining("error.newton");
        assertThatThrownBy(() -> result.table("method")).hasMessageContaining("methods");
        assertThatThrownBy(() -> result.at("error.newton", 3)).hasMessageContaining("at 3");
        assertThatThrownBy(() -> result.parameter("sed")).hasMessageContaining("[seed]");
        ResultTable methods = result.table("methods");
        assertThatThrownBy(() -> methods.row("method", "elk")).hasMessageContaining("jacobi");
        assertThatThrownBy(() -> methods.row("gain", 1)).hasMessageContaining("2 rows");
        assertThatThrownBy(() -> methods.where("sweep", 1)).hasMessageContaining("sweeps");
        assertThatThrownBy(() -> methods.row("method", "newton").number("method"))
                .hasMessageContaining("newton");
    }
}
