package spaceslab.essay.amed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/** What is refused, and by which name. */
class AmedParametersTest {
    private static void refused(
            Class<? extends Record> type, Map<String, String> texts, String parameter) {
        assertThatThrownBy(() -> ParameterSchema.of(type).strict(texts))
                .as("%s", texts)
                .isInstanceOfSatisfying(
                        InvalidParameters.class,
                        refused ->
                                assertThat(refused.violations())
                                        .extracting(Violation::parameter)
                                        .containsOnly(parameter));
    }

    @Test
    void theEndMustLieBelowTheStart() {
        for (Class<? extends Record> type :
                List.<Class<? extends Record>>of(
                        TrajectoriesParameters.class,
                        NfeSweepParameters.class,
                        OrderParameters.class)) {
            refused(type, Map.of("tMax", "0.5", "tMin", "1"), "tMin");
            refused(type, Map.of("tMax", "0.5", "tMin", "0.5"), "tMin");
            refused(type, Map.of("rho", "0", "schedule", "polynomial"), "rho");
            refused(type, Map.of("rho", "-1", "schedule", "polynomial"), "rho");
            refused(type, Map.of("tMin", "NaN"), "tMin");
        }
    }

    @Test
    void evaluationsThatASamplerCannotMakeAreRefused() {
        refused(
                TrajectoriesParameters.class,
                Map.of("solvers", "heun", "nfe", "1", "firstStep", "never"),
                "nfe");
        refused(
                TrajectoriesParameters.class,
                Map.of("solvers", "euler,amed", "nfe", "6", "firstStep", "always"),
                "nfe");
        refused(
                NfeSweepParameters.class,
                Map.of("leastNfe", "3", "mostNfe", "3", "firstStep", "never"),
                "nfe");
        refused(NfeSweepParameters.class, Map.of("leastNfe", "8", "mostNfe", "7"), "mostNfe");
        refused(TrajectoriesParameters.class, Map.of("nfe", "0"), "nfe");
    }

    @Test
    void emptyAndDoubledDensitiesAreRefused() {
        refused(TrajectoriesParameters.class, Map.of("points", "0:0,1:1,0:0"), "points");
        refused(TrajectoriesParameters.class, Map.of("points", "0:0,-0:0"), "points");
        refused(
                TrajectoriesParameters.class,
                Map.of("points", "0:0,1:1", "weights", "0,0"),
                "weights");
        ParameterSchema.of(TrajectoriesParameters.class)
                .strict(Map.of("points", "0:0,1:1", "weights", "0"));
    }

    @Test
    void fittedSamplersHaveNoOrderAndLargeBatchesNoRoom() {
        refused(OrderParameters.class, Map.of("solvers", "euler,amed"), "solvers");
        refused(
                NfeSweepParameters.class,
                Map.of("model", "mixture", "dimension", "512", "batch", "257"),
                "batch");
    }
}
