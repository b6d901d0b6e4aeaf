package spaceslab.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Outcome;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.Topic;
import spaceslab.ledger.Evidence;
import spaceslab.ledger.Evidence.RunSays;
import spaceslab.ledger.EvidenceFile;

/**
 * Makes the evidence of findings: reads each run from what ships, from the folder of replications
 * that an earlier try left, or computes it and leaves it there.
 */
final class ShipEvidence {
    private static final Logger log = LoggerFactory.getLogger(ShipEvidence.class);

    private final Path resources;
    private final Path replications;

    ShipEvidence(Path resources, Path replications) {
        this.resources = resources;
        this.replications = replications;
    }

    /** Writes a topic's file; unless {@code anew}, evidence that still fits is kept. */
    Path ship(Topic topic, boolean anew) throws IOException {
        Path file = resources.resolve(EvidenceFile.path(topic.id()));
        Map<String, Evidence> old = existing(file);
        Map<String, Evidence> all = new LinkedHashMap<>();
        for (Finding<?> finding : topic.findings()) {
            Evidence known = old.get(finding.id());
            if (anew || known == null || !fits(topic, finding, known)) {
                known = compute(topic, finding);
                log.info(
                        "{}.{} {}: {}",
                        topic.id(),
                        finding.id(),
                        finding.expected(),
                        finding.verdict(known.samples()));
            }
            all.put(finding.id(), known);
        }
        Files.createDirectories(file.getParent());
        Files.write(file, EvidenceFile.write(all));
        return file;
    }

    private static Map<String, Evidence> existing(Path file) throws IOException {
        try {
            return Files.exists(file) ? EvidenceFile.read(Files.readAllBytes(file)) : Map.of();
        } catch (IllegalArgumentException damaged) {
            log.warn("{} is made anew", file, damaged);
            return Map.of();
        }
    }

    /** Of the same runs, and the first says the same again, as far as it is at hand. */
    private <P extends Record> boolean fits(Topic topic, Finding<P> finding, Evidence known)
            throws IOException {
        if (!known.runs().stream()
                .map(RunSays::identity)
                .toList()
                .equals(Evidence.identities(topic, finding))) {
            return false;
        }
        RunSetup<P> first = new RunSetup<>(topic, finding.experiment(), finding.parameters());
        Optional<RunResult> result = finding.quick() ? Optional.of(result(first)) : atHand(first);
        return result.isEmpty()
                || finding.samples(finding.parameters(), result.get())
                        .equals(known.runs().getFirst().samples());
    }

    private <P extends Record> Evidence compute(Topic topic, Finding<P> finding)
            throws IOException {
        List<RunSays> runs = new ArrayList<>();
        for (P setup : finding.setups()) {
            RunSetup<P> run = new RunSetup<>(topic, finding.experiment(), setup);
            runs.add(
                    new RunSays(
                            run.identity(),
                            finding.samples(
                                    setup,
                                    finding.quick() ? run(run).log().result() : result(run))));
        }
        return new Evidence(
                Instant.now().truncatedTo(ChronoUnit.SECONDS), ShipRuns.machine(), runs);
    }

    /** Through a file always, so that a second try reads the same. */
    private <P extends Record> RunResult result(RunSetup<P> setup) throws IOException {
        Optional<RunResult> known = atHand(setup);
        if (known.isPresent()) {
            return known.get();
        }
        Run run = run(setup);
        Path left = replications.resolve(ShippedFile.path(setup));
        Files.createDirectories(left.getParent());
        Files.write(left, ShippedFile.write(run));
        return read(setup, left);
    }

    private static Run run(RunSetup<?> setup) {
        Run run = ShipRuns.compute(setup, ShipRuns.BUDGET);
        if (!(run.log().result().outcome().orElseThrow() instanceof Outcome.Finished)) {
            throw new IllegalStateException("not finished: " + setup);
        }
        return run;
    }

    private Optional<RunResult> atHand(RunSetup<?> setup) throws IOException {
        for (Path folder : List.of(resources, replications)) {
            Path file = folder.resolve(ShippedFile.path(setup));
            if (Files.exists(file)) {
                return Optional.of(read(setup, file));
            }
        }
        return Optional.empty();
    }

    private static RunResult read(RunSetup<?> setup, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ShippedFile.read(setup, in).log().result();
        }
    }
}
