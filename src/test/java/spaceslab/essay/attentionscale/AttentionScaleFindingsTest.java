package spaceslab.essay.attentionscale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import spaceslab.experiment.Finding;
import spaceslab.experiment.ResultRecorder;

class AttentionScaleFindingsTest {
    static Stream<Finding<?>> quickFindings() {
        return new AttentionScaleTopic().findings().stream().filter(Finding::quick);
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
        List<String> ids = new AttentionScaleTopic().findings().stream().map(Finding::id).toList();
        assertThat(ids).hasSizeGreaterThanOrEqualTo(8).doesNotHaveDuplicates();
    }
}
