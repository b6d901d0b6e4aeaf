package spaceslab.essay.nonlinearrnn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import spaceslab.essay.nonlinearrnn.training.SweepsExperiment;
import spaceslab.essay.nonlinearrnn.training.TrainingExperiment;
import spaceslab.essay.nonlinearrnn.training.TrainingFindings;
import spaceslab.experiment.Finding;
import spaceslab.experiment.ResultRecorder;

class TrainingFindingsTest {
    private static List<Finding<?>> all() {
        return TrainingFindings.of(
                new TrainingExperiment(new GruModels()), new SweepsExperiment());
    }

    static Stream<Finding<?>> quickFindings() {
        return all().stream().filter(Finding::quick);
    }

    @ParameterizedTest
    @MethodSource("quickFindings")
    <P extends Record> void findingHasItsExpectedStatus(Finding<P> finding) {
        Finding.Measurement measured =
                finding.measure(ResultRecorder.run(finding.experiment(), finding.parameters()));
        assertThat(measured.status())
                .as("%s measured %s", finding.id(), measured.figures())
                .isEqualTo(finding.expected());
    }

    @Test
    void everyIdIsUsedOnce() {
        assertThat(all().stream().map(Finding::id).toList())
                .hasSizeGreaterThanOrEqualTo(8)
                .doesNotHaveDuplicates();
    }
}
