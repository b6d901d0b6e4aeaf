package spaceslab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import spaceslab.experiment.Effect;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Language;
import spaceslab.experiment.Sample;
import spaceslab.experiment.ShippedWeights;
import spaceslab.experiment.Texts;
import spaceslab.experiment.Topic;
import spaceslab.experiment.Verdict;
import spaceslab.ledger.Evidence;
import spaceslab.ledger.EvidenceFile;
import spaceslab.topic.QuickRuns;
import spaceslab.topic.Topics;

/** What comes with the product is complete, of this version, small, and says what findings say. */
class ShippedFilesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final long LARGEST = 20_000_000;
    private static final String STALE =
            "the evidence is missing or stale: run " + ShipRuns.COMMAND + " and commit";

    /** What another processor's rounding may change in a quick run's effect, relatively. */
    private static final double PROCESSORS = 1e-3;

    /** Effects below are rounding errors themselves. */
    private static final double ROUNDING = 1e-9;

    @TestFactory
    Stream<DynamicTest> everyDeclaredRunIsShippedInThisVersion() {
        return ShipRuns.setups().stream()
                .map(setup ->
                        DynamicTest.dynamicTest(
                                ShippedFile.path(setup),
                                () -> {
                                    Run run = read(setup);
                                    assertThat(run.log().ended()).isTrue();
                                    assertThat(run.elapsedMillis()).isPositive();
                                    assertThat(run.shipment().orElseThrow().machine()).isNotBlank();
                                }));
    }

    private static Run read(RunSetup<?> setup) throws IOException {
        Path file = RESOURCES.resolve(ShippedFile.path(setup));
        assertThat(file)
                .as(
                        "%s/%s, schema %d, engine %d, %s: its shipped run is missing or stale. Run"
                                + " %s and commit what it writes.",
                        setup.topic().id(),
                        setup.experiment().id(),
                        setup.experiment().schemaVersion(),
                        RunSetup.ENGINE_VERSION,
                        setup.parameters(),
                        ShipRuns.COMMAND)
                .exists();
        try (InputStream in = Files.newInputStream(file)) {
            return ShippedFile.read(setup, in);
        } catch (IllegalArgumentException stale) {
            throw new AssertionError(
                    file + " is stale. Delete it, run " + ShipRuns.COMMAND + " and commit.", stale);
        }
    }

    @Test
    void nothingIsShippedThatNobodyDeclares() throws IOException {
        Set<Path> declared =
                ShipRuns.setups().stream()
                        .map(setup -> RESOURCES.resolve(ShippedFile.path(setup)))
                        .collect(Collectors.toSet());
        for (Topic topic : Topics.all()) {
            for (ShippedWeights weights : topic.weights()) {
                Path file = RESOURCES.resolve(ShippedWeights.path(topic.id(), weights.name()));
                assertThat(file).as("run %s and commit", ShipRuns.COMMAND).exists();
                declared.add(file);
            }
            declared.add(RESOURCES.resolve(EvidenceFile.path(topic.id())));
        }
        assertThat(files())
                .as("run %s, which deletes the others, and commit", ShipRuns.COMMAND)
                .allMatch(declared::contains);
    }

    @Test
    void allTogetherAreSmall() throws IOException {
        long bytes = 0;
        for (Path file : files()) {
            bytes += Files.size(file);
        }
        assertThat(bytes).as("bytes under shipped/").isPositive().isLessThanOrEqualTo(LARGEST);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve(ShippedFile.ROOT))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyFindingHasEvidenceThatGivesTheExpectedVerdict() {
        return eachFinding((topic, finding) -> {
            Verdict verdict = evidence(topic, finding).verdict(topic, finding).orElseThrow();
            assertThat(verdict.status())
                    .as("%s: %s", finding.id(), verdict)
                    .isEqualTo(finding.expected());
            String key = topic.id() + ".finding." + finding.id() + ".measured";
            for (Language language : Language.values()) {
                assertThat(Texts.text(language, key, verdict.figures().toArray()))
                        .as("every place of %s is filled", key)
                        .doesNotContain("{");
            }
        });
    }

    /** A changed check or experiment whose evidence was not made anew is found here. */
    @TestFactory
    Stream<DynamicTest> theFirstRunOfEveryFindingSaysWhatItsEvidenceSays() {
        return eachFinding((topic, finding) -> {
            List<Sample> says = samples(topic, finding);
            List<Sample> known = evidence(topic, finding).runs().getFirst().samples();
            assertThat(says).hasSameSizeAs(known);
            for (int i = 0; i < says.size(); i++) {
                assertSame(says.get(i).effects(), known.get(i).effects());
                assertThat(says.get(i).figures()).hasSameSizeAs(known.get(i).figures());
            }
        });
    }

    private static void assertSame(List<Effect> says, List<Effect> known) {
        assertThat(says).hasSameSizeAs(known);
        for (int i = 0; i < says.size(); i++) {
            Effect a = says.get(i);
            Effect b = known.get(i);
            assertThat(a.name()).as(STALE).isEqualTo(b.name());
            assertThat(a.side()).as(STALE).isEqualTo(b.side());
            assertThat(a.threshold()).as(STALE).isEqualTo(b.threshold());
            assertThat(a.agrees()).as("%s: %s, was %s", STALE, a, b).isEqualTo(b.agrees());
            double size = Math.max(Math.abs(a.value()), Math.abs(b.value()));
            if (Double.isFinite(size) && size > ROUNDING) {
                assertThat(a.value()).as(STALE).isCloseTo(b.value(), within(PROCESSORS * size));
            }
        }
    }

    private static <P extends Record> List<Sample> samples(Topic topic, Finding<P> finding)
            throws IOException {
        if (finding.quick()) {
            return QuickRuns.samples(finding);
        }
        Run run = read(new RunSetup<>(topic, finding.experiment(), finding.parameters()));
        return finding.samples(finding.parameters(), run.log().result());
    }

    private static Evidence evidence(Topic topic, Finding<?> finding) throws IOException {
        Path file = RESOURCES.resolve(EvidenceFile.path(topic.id()));
        assertThat(file).as(STALE).exists();
        Map<String, Evidence> all = EvidenceFile.read(Files.readAllBytes(file));
        assertThat(all).as("%s: %s", topic.id(), STALE).containsKey(finding.id());
        Evidence evidence = Objects.requireNonNull(all.get(finding.id()));
        assertThat(evidence.verdict(topic, finding))
                .as("%s.%s: %s", topic.id(), finding.id(), STALE)
                .isPresent();
        return evidence;
    }

    @FunctionalInterface
    private interface OfFinding {
        void check(Topic topic, Finding<?> finding) throws IOException;
    }

    private static Stream<DynamicTest> eachFinding(OfFinding test) {
        return Topics.all().stream()
                .flatMap(topic ->
                        topic.findings().stream()
                                .map(finding ->
                                        DynamicTest.dynamicTest(
                                                topic.id() + "." + finding.id(),
                                                () -> test.check(topic, finding))));
    }
}
