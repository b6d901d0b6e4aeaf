package spaceslab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spaceslab.experiment.Budget;
import spaceslab.experiment.Outcome;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.ShippedWeights;
import spaceslab.experiment.StopSignal;
import spaceslab.experiment.Topic;
import spaceslab.ledger.EvidenceFile;
import spaceslab.topic.Topics;

/**
 * Computes the runs and the evidence of findings and trains the weights that come with the product
 * and writes their files; files that are not declared any more are deleted. {@code ./mvnw -Pship}
 * computes all of them, {@code -Dship=stale} only those whose file is missing, {@code
 * -Dship=<topic>} those of one topic.
 */
public final class ShipRuns {
    /** What to run when a shipped run is missing or stale. */
    static final String COMMAND = "./mvnw -Pship -Dship=stale";

    private static final Logger log = LoggerFactory.getLogger(ShipRuns.class);

    /** Generous: whoever ships waits. */
    static final Budget BUDGET = new Budget(3_600, 1_000_000_000);

    /** Where the runs of evidence are left, so that a second try need not compute them. */
    private static final Path REPLICATIONS = Path.of("target", "replications");

    private ShipRuns() {}

    /** Arguments: {@code all}, {@code stale} or a topic; the folder of the resources. */
    public static void main(String[] arguments) throws IOException {
        String which = arguments[0];
        Path resources = Path.of(arguments[1]);
        if (!which.matches("all|stale")
                && Topics.all().stream().noneMatch(t -> t.id().equals(which))) {
            throw new IllegalArgumentException(
                    "ship (" + which + ") must be all, stale or a topic");
        }
        Set<Path> declared = new HashSet<>();
        List<String> failed = new ArrayList<>();
        for (RunSetup<?> setup : setups()) {
            Path file = resources.resolve(ShippedFile.path(setup));
            declared.add(file);
            if (wanted(which, setup.topic(), file) && !ship(setup, file)) {
                failed.add(file.toString());
            }
        }
        for (Topic topic : Topics.all()) {
            for (ShippedWeights weights : topic.weights()) {
                Path file = resources.resolve(ShippedWeights.path(topic.id(), weights.name()));
                declared.add(file);
                if (wanted(which, topic, file)) {
                    log.info("training {}", file);
                    write(file, weights.training().apply(StopSignal.never()));
                }
            }
        }
        ShipEvidence evidence = new ShipEvidence(resources, REPLICATIONS);
        for (Topic topic : Topics.all()) {
            Path file = resources.resolve(EvidenceFile.path(topic.id()));
            declared.add(file);
            if (which.matches("all|stale") || which.equals(topic.id())) {
                evidence.ship(topic, !which.equals("stale"));
            }
        }
        deleteOthers(resources.resolve(ShippedFile.ROOT), declared);
        if (!failed.isEmpty()) {
            throw new IllegalStateException("not finished: " + failed);
        }
    }

    private static boolean wanted(String which, Topic topic, Path file) {
        return switch (which) {
            case "all" -> true;
            case "stale" -> !Files.exists(file);
            default -> topic.id().equals(which);
        };
    }

    /** All set-ups that topics declare as shipped. */
    static List<RunSetup<?>> setups() {
        List<RunSetup<?>> setups = new ArrayList<>();
        for (Topic topic : Topics.all()) {
            topic.shipped().forEach(declared -> setups.add(ShippedRuns.setup(topic, declared)));
        }
        return setups;
    }

    private static boolean ship(RunSetup<?> setup, Path file) throws IOException {
        log.info("computing {} with {}", file.getFileName(), setup.parameters());
        Run run = compute(setup, BUDGET);
        if (!(run.log().result().outcome().orElseThrow() instanceof Outcome.Finished)) {
            return false;
        }
        byte[] bytes = ShippedFile.write(run);
        write(file, bytes);
        log.info("{}: {} s, {} bytes", file, run.elapsedMillis() / 1000, bytes.length);
        return true;
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /** Computes on this thread. */
    static Run compute(RunSetup<?> setup, Budget budget) {
        Run run = ShippedFile.run(setup);
        long start = System.nanoTime();
        Outcome outcome = Computation.compute(run, budget);
        run.ended((System.nanoTime() - start) / 1e6);
        run.shipped(new Shipment(Instant.now().truncatedTo(ChronoUnit.SECONDS), machine()));
        run.log().append(new RunEvent.Ended(outcome));
        return run;
    }

    /** The processors and Java, as far as the system tells. */
    static String machine() {
        int processors = Runtime.getRuntime().availableProcessors();
        return processors + " × " + processor() + ", Java " + Runtime.version().feature();
    }

    private static String processor() {
        Path described = Path.of("/proc/cpuinfo");
        try (Stream<String> lines = Files.lines(described)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line ->
                            line.replaceFirst(".*:", "").replaceAll("\\((R|TM)\\)", "").strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch", "?"));
        } catch (IOException notLinux) {
            return System.getProperty("os.arch", "?");
        }
    }

    private static void deleteOthers(Path root, Set<Path> declared) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!declared.contains(file)) {
                    log.info("deleting {}: nobody declares it", file);
                    Files.delete(file);
                }
            }
        }
    }
}
