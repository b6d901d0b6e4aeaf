package spaceslab.essay.nonlinearrnn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import spaceslab.experiment.Finding;
import spaceslab.experiment.ResultRecorder;

class NonlinearRnnFindingsTest {
    private static final org.slf4j.Logger log =
            org.slf4j.LoggerFactory.getLogger(NonlinearRnnFindingsTest.class);

    static Stream<Finding<?>> findings() {
        return new NonlinearRnnTopic().findings().stream().filter(Finding::quick);
    }

    @ParameterizedTest
    @MethodSource("findings")
    <P extends Record> void findingHasItsExpectedStatus(Finding<P> finding) {
        Finding.Measurement measured =
                finding.measure(ResultRecorder.run(finding.experiment(), finding.parameters()));
        log.info("{} {} {}", finding.id(), measured.status(), measured.figures());
        assertThat(measured.status())
                .as("%s measured %s", finding.id(), measured.figures())
                .isEqualTo(finding.expected());
    }

    @Test
    void everyIdIsUsedOnce() {
        List<String> ids = new NonlinearRnnTopic().findings().stream().map(Finding::id).toList();
        assertThat(ids).hasSizeGreaterThanOrEqualTo(8).doesNotHaveDuplicates();
    }
}
