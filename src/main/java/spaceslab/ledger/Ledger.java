package spaceslab.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Topic;
import spaceslab.experiment.Verdict;
import spaceslab.run.Catalogue;

/** All findings with their evidence and verdicts. Read once, then the same for everybody. */
@Service
public final class Ledger {
    private static final Logger log = LoggerFactory.getLogger(Ledger.class);

    private final Map<String, List<Entry>> byTopic = new LinkedHashMap<>();

    @Autowired
    Ledger(Catalogue catalogue) {
        this(catalogue, Objects.requireNonNull(Ledger.class.getClassLoader()));
    }

    /** Reads the evidence from where {@code resources} finds it. */
    Ledger(Catalogue catalogue, ClassLoader resources) {
        for (Topic topic : catalogue.topics()) {
            Map<String, Evidence> evidence = read(topic, resources);
            List<Entry> entries = new ArrayList<>();
            for (Finding<?> finding : topic.findings()) {
                entries.add(entry(topic, finding, evidence));
            }
            byTopic.put(topic.id(), List.copyOf(entries));
        }
    }

    private static Map<String, Evidence> read(Topic topic, ClassLoader resources) {
        String path = EvidenceFile.path(topic.id());
        try (InputStream file = resources.getResourceAsStream(path)) {
            return file == null ? Map.of() : EvidenceFile.read(file.readAllBytes());
        } catch (IOException | IllegalArgumentException damaged) {
            log.error("no evidence for the findings of {}", topic.id(), damaged);
            return Map.of();
        }
    }

    private static Entry entry(Topic topic, Finding<?> finding, Map<String, Evidence> all) {
        Optional<Evidence> evidence = Optional.ofNullable(all.get(finding.id()));
        Optional<Verdict> verdict = evidence.flatMap(e -> e.verdict(topic, finding));
        if (verdict.isEmpty()) {
            log.warn("finding {}.{} has no evidence of this version", topic.id(), finding.id());
        }
        return new Entry(topic, finding, verdict.flatMap(v -> evidence), verdict);
    }

    /** A finding with its topic, its evidence and the verdict; both empty or both there. */
    public record Entry(
            Topic topic,
            Finding<?> finding,
            Optional<Evidence> evidence,
            Optional<Verdict> verdict) {
        /** The verdict's status, or what is expected where there is none. */
        public Finding.Status status() {
            return verdict.map(Verdict::status).orElse(finding.expected());
        }
    }

    /** All findings of all topics, in order. */
    public List<Entry> entries() {
        return byTopic.values().stream().flatMap(List::stream).toList();
    }

    /** The findings of one topic. */
    public List<Entry> entries(Topic topic) {
        return byTopic.getOrDefault(topic.id(), List.of());
    }
}
