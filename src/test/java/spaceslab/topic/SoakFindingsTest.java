package spaceslab.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import spaceslab.experiment.Finding;
import spaceslab.experiment.ResultRecorder;

/** Recomputes the findings that are too heavy for every build: {@code ./mvnw verify -Psoak}. */
@Tag("soak")
class SoakFindingsTest {
    @TestFactory
    Stream<DynamicTest> eachHeavyFindingHasItsExpectedStatus() {
        return Topics.all().stream()
                .flatMap(topic -> topic.findings().stream())
                .filter(finding -> !finding.quick())
                .map(finding ->
                        DynamicTest.dynamicTest(
                                finding.id(),
                                () -> {
                                    Finding.Measurement measured = measured(finding);
                                    assertThat(measured.status())
                                            .as("%s", measured)
                                            .isEqualTo(finding.expected());
                                }));
    }

    private static <P extends Record> Finding.Measurement measured(Finding<P> finding) {
        return finding.measure(ResultRecorder.run(finding.experiment(), finding.parameters()));
    }
}
