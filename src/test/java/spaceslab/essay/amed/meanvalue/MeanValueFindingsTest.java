package spaceslab.essay.amed.meanvalue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spaceslab.experiment.Finding;

/** The checks can come out otherwise. */
class MeanValueFindingsTest {
    private static final List<Finding<?>> FINDINGS =
            MeanValueFindings.of(new ChordExperiment(), new MeanValueExperiment());

    @ParameterizedTest
    @CsvSource({
        "oneMiddleTwoVariances, otherVariance, 0.25, HOLDS",
        "oneMiddleTwoVariances, otherVariance, 0.24, DOES_NOT_HOLD",
        "directionInThePlane, curve, helix, DOES_NOT_HOLD",
        "directionInSpace, curve, circle, HOLDS",
        "geometricMeanEarly, steps, 50, DOES_NOT_HOLD",
    })
    void anotherParameterGivesAnotherVerdict(
            String id, String parameter, String value, Finding.Status status) {
        assertThat(finding(id).again(parameter, List.of(value)).compute().status())
                .isEqualTo(status);
    }

    private static Finding<?> finding(String id) {
        return FINDINGS.stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }
}
