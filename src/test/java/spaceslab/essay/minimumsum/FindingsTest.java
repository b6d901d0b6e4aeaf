package spaceslab.essay.minimumsum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import spaceslab.experiment.Finding;
import spaceslab.experiment.ResultRecorder;

class FindingsTest {
    @Test
    void everyFindingHasItsDeclaredStatus() {
        MinimumSumTopic topic = new MinimumSumTopic();
        assertThat(topic.findings()).hasSizeGreaterThanOrEqualTo(8);
        topic.findings().forEach(FindingsTest::check);
    }

    private static <P extends Record> void check(Finding<P> finding) {
        Finding.Measurement measured =
                finding.measure(ResultRecorder.run(finding.experiment(), finding.parameters()));
        assertThat(measured.status())
                .as("%s measured %s", finding.id(), measured.figures())
                .isEqualTo(finding.expected());
        assertThat(measured.figures()).as(finding.id()).isNotEmpty();
    }

    @Test
    void idsAreUnique() {
        assertThat(new MinimumSumTopic().findings())
                .extracting(Finding::id)
                .doesNotHaveDuplicates();
    }
}
