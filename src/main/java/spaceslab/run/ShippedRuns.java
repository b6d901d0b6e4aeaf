package spaceslab.run;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import spaceslab.experiment.ShippedSetup;
import spaceslab.experiment.Topic;

/**
 * The finished runs that come with the product ({@link Topic#shipped()}), by identity and by id.
 * They need no database; each is read when first asked for. A file that is missing or cannot be
 * read is logged and its run is computed like any other. Thread-safe.
 */
@Component
class ShippedRuns {
    private static final Logger log = LoggerFactory.getLogger(ShippedRuns.class);

    /** Memory for those that were read. */
    private static final long CAPACITY = 32_000_000;

    private final ClassLoader resources;
    private final Map<String, RunSetup<?>> byIdentity = new HashMap<>();
    private final Map<String, RunSetup<?>> byId = new HashMap<>();
    private final RunCache read = new RunCache(CAPACITY);

    @Autowired
    ShippedRuns(Catalogue catalogue) {
        this(catalogue, Objects.requireNonNull(ShippedRuns.class.getClassLoader()));
    }

    /** Reads the files from where {@code resources} finds them. */
    ShippedRuns(Catalogue catalogue, ClassLoader resources) {
        this.resources = resources;
        for (Topic topic : catalogue.topics()) {
            topic.shipped().stream().map(declared -> setup(topic, declared)).forEach(this::add);
        }
    }

    /** What a declaration asks for, ready to run. */
    static <P extends Record> RunSetup<P> setup(Topic topic, ShippedSetup<P> declared) {
        return new RunSetup<>(topic, declared.experiment(), declared.parameters());
    }

    private void add(RunSetup<?> setup) {
        if (resources.getResource(ShippedFile.path(setup)) != null) {
            Run run = ShippedFile.run(setup);
            byIdentity.put(run.identity(), setup);
            byId.put(run.id(), setup);
        }
    }

    /** Whether such a run is there; reads nothing. */
    boolean has(String identity) {
        return byIdentity.containsKey(identity);
    }

    /** The run with this identity; reads its file the first time. */
    Optional<Run> byIdentity(String identity) {
        return Optional.ofNullable(byIdentity.get(identity)).flatMap(this::run);
    }

    /** The run with this id; reads its file the first time. */
    Optional<Run> byId(String id) {
        return Optional.ofNullable(byId.get(id)).flatMap(this::run);
    }

    private Optional<Run> run(RunSetup<?> setup) {
        Optional<Run> known = read.byIdentity(setup.identity());
        return known.isPresent() ? known : read(setup);
    }

    private Optional<Run> read(RunSetup<?> setup) {
        String path = ShippedFile.path(setup);
        try (InputStream file = resources.getResourceAsStream(path)) {
            if (file == null) {
                return Optional.empty();
            }
            Run run = ShippedFile.read(setup, file);
            read.add(run, true);
            return Optional.of(run);
        } catch (IOException | IllegalArgumentException unreadable) {
            log.error("shipped run {} is computed anew", path, unreadable);
            return Optional.empty();
        }
    }
}
