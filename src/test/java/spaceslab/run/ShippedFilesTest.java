package spaceslab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Language;
import spaceslab.experiment.ShippedWeights;
import spaceslab.experiment.Texts;
import spaceslab.experiment.Topic;
import spaceslab.topic.Topics;

/** What comes with the product is complete, of this version, small, and says what findings say. */
class ShippedFilesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final long LARGEST = 20_000_000;

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
    Stream<DynamicTest> everyHeavyFindingMeasuresWhatItExpects() {
        return Topics.all().stream()
                .flatMap(topic ->
                        topic.findings().stream()
                                .filter(finding -> !finding.quick())
                                .map(finding ->
                                        DynamicTest.dynamicTest(
                                                topic.id() + "." + finding.id(),
                                                () -> measure(topic, finding))));
    }

    private static <P extends Record> void measure(Topic topic, Finding<P> finding)
            throws IOException {
        Run run = read(new RunSetup<>(topic, finding.experiment(), finding.parameters()));
        Finding.Measurement measured = finding.measure(run.log().result());
        assertThat(measured.status())
                .as("%s measured %s", finding.id(), measured.figures())
                .isEqualTo(finding.expected());
        String key = topic.id() + ".finding." + finding.id() + ".measured";
        for (Language language : Language.values()) {
            assertThat(Texts.text(language, key, measured.figures().toArray()))
                    .as("every place of %s is filled", key)
                    .doesNotContain("{");
        }
    }
}
