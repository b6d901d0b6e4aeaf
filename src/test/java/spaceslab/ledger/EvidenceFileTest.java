package spaceslab.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.Effect;
import spaceslab.experiment.Sample;

class EvidenceFileTest {
    private static final Evidence EVIDENCE =
            new Evidence(
                    Instant.parse("2026-11-28T12:00:00Z"),
                    "2 × \"processor\"",
                    List.of(
                            run("aa", 0.1, "word \"x\"", 3, 3.0, true),
                            run("bb", Double.NEGATIVE_INFINITY, 1e-300, 1L << 53),
                            run("cc", -0.0, "")));

    private static Evidence.RunSays run(String identity, double value, Object... figures) {
        Sample sample =
                Sample.of(Effect.above("gain", value, 0), Effect.atMost("cost", value, 1e300))
                        .figures(figures);
        return new Evidence.RunSays(identity, List.of(sample, sample));
    }

    @Test
    void whatIsWrittenIsReadWithItsTypes() {
        Map<String, Evidence> read =
                EvidenceFile.read(EvidenceFile.write(Map.of("claim", EVIDENCE)));
        assertThat(read).isEqualTo(Map.of("claim", EVIDENCE));
        Evidence evidence = read.values().iterator().next();
        assertThat(evidence.samples()).hasSize(6);
        assertThat(evidence.samples().getFirst().figures())
                .containsExactly("word \"x\"", 3, 3.0, true);
    }

    @Test
    void theSameEvidenceGivesTheSameBytes() {
        byte[] file = EvidenceFile.write(Map.of("claim", EVIDENCE));
        assertThat(EvidenceFile.write(EvidenceFile.read(file))).isEqualTo(file);
    }

    @Test
    void whatIsDamagedIsRefused() {
        String file =
                new String(EvidenceFile.write(Map.of("claim", EVIDENCE)), StandardCharsets.UTF_8);
        for (String damaged :
                List.of(
                        "",
                        "{",
                        file.replace("above", "beside"),
                        file.replace("\"runs\"", "\"run\""),
                        file.replace("2026-11-28", "yesterday"))) {
            assertThatThrownBy(() -> EvidenceFile.read(damaged.getBytes(StandardCharsets.UTF_8)))
                    .as(damaged)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
