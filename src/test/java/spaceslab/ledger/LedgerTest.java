package spaceslab.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spaceslab.experiment.Effect;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Sample;
import spaceslab.run.Catalogues;
import spaceslab.run.ProbeTopic;

/** Verdicts come from evidence of this version, and from nothing else. */
class LedgerTest {
    private final ProbeTopic topic = new ProbeTopic();
    private final Finding<?> finding = topic.findings().getFirst();

    @TempDir Path folder;

    private Ledger.Entry entry(byte[] file) throws Exception {
        Path path = folder.resolve(EvidenceFile.path(topic.id()));
        Files.createDirectories(path.getParent());
        Files.write(path, file);
        URL[] roots = {folder.toUri().toURL()};
        try (URLClassLoader resources = new URLClassLoader(roots, null)) {
            return new Ledger(Catalogues.of(topic), resources).entries(topic).getFirst();
        }
    }

    private byte[] evidence(String identity, double number) {
        Sample says = Sample.of(Effect.atLeast("number", number, 7)).figures(number);
        return EvidenceFile.write(
                Map.of(
                        finding.id(),
                        new Evidence(
                                Instant.EPOCH,
                                "here",
                                List.of(new Evidence.RunSays(identity, List.of(says))))));
    }

    @Test
    void theVerdictIsWhatTheEvidenceSays() throws Exception {
        String identity = Evidence.identities(topic, finding).getFirst();
        assertThat(entry(evidence(identity, 7)).status()).isEqualTo(Finding.Status.HOLDS);
        Ledger.Entry against = entry(evidence(identity, 6.5));
        assertThat(against.status()).isEqualTo(Finding.Status.DOES_NOT_HOLD);
        assertThat(against.verdict().orElseThrow().figures()).containsExactly(6.5);
    }

    @Test
    void evidenceOfOtherRunsIsNone() throws Exception {
        Ledger.Entry entry = entry(evidence("of another version", 7));
        assertThat(entry.verdict()).isEmpty();
        assertThat(entry.evidence()).isEmpty();
        assertThat(entry.status()).isEqualTo(finding.expected());
    }

    @Test
    void aDamagedFileIsNone() throws Exception {
        assertThat(entry(new byte[] {'{', 1}).verdict()).isEmpty();
    }
}
