package spaceslab.run;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Outcome;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.StopSignal;
import spaceslab.experiment.Topic;

/** Measures findings: each is an ordinary run, so that pages, API and cache share it. */
@Service
public class LedgerService {
    private static final Logger log = LoggerFactory.getLogger(LedgerService.class);
    private static final long LONGEST_MILLIS = 60_000;

    private final Catalogue catalogue;
    private final RunService runs;
    private final Map<String, Finding.Measurement> measured = new ConcurrentHashMap<>();

    private volatile boolean done;
    private final Map<String, List<Runnable>> waiting = new ConcurrentHashMap<>();

    LedgerService(Catalogue catalogue, RunService runs) {
        this.catalogue = catalogue;
        this.runs = runs;
    }

    /** A finding with its topic and, once it was computed here, its measurement. */
    public record Entry(
            Topic topic, Finding<?> finding, Optional<Finding.Measurement> measurement) {}

    /** All findings of all topics, in order. */
    public List<Entry> entries() {
        return catalogue.topics().stream().flatMap(t -> entries(t).stream()).toList();
    }

    /** The findings of one topic. */
    public List<Entry> entries(Topic topic) {
        return topic.findings().stream()
                .map(f -> new Entry(topic, f, Optional.ofNullable(measured.get(key(topic, f)))))
                .toList();
    }

    private static String key(Topic topic, Finding<?> finding) {
        return topic.id() + "." + finding.id();
    }

    /** Calls {@code ready} once for each finding of the topic that is measured from now on. */
    public void whenMeasured(Topic topic, Runnable ready) {
        if (!done
                && entries(topic).stream()
                        .anyMatch(e -> measurable(e) && e.measurement().isEmpty())) {
            waiting.computeIfAbsent(topic.id(), id -> new CopyOnWriteArrayList<>()).add(ready);
        }
    }

    /** Quick to compute, or computed beforehand. */
    private boolean measurable(Entry entry) {
        return entry.finding().quick() || ships(entry.topic(), entry.finding());
    }

    private <P extends Record> boolean ships(Topic topic, Finding<P> finding) {
        return runs.ships(new RunSetup<>(topic, finding.experiment(), finding.parameters()));
    }

    /**
     * After the start, measures in the background, one after the other, the findings whose run
     * comes with the product and then those that are quick.
     */
    @EventListener(ApplicationReadyEvent.class)
    void measureInBackground() {
        Thread.ofPlatform()
                .daemon()
                .name("ledger")
                .priority(Thread.MIN_PRIORITY)
                .start(this::measureAll);
    }

    private void measureAll() {
        try {
            Comparator<Entry> shippedFirst =
                    Comparator.comparing(e -> !ships(e.topic(), e.finding()));
            for (Entry entry :
                    entries().stream().filter(this::measurable).sorted(shippedFirst).toList()) {
                measure(entry.topic(), entry.finding());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        done = true;
        waiting.clear();
    }

    private <P extends Record> void measure(Topic topic, Finding<P> finding)
            throws InterruptedException {
        RunSetup<P> setup = new RunSetup<>(topic, finding.experiment(), finding.parameters());
        Object holder = new Object();
        try {
            Run run = runs.submit(setup, RunService.Asker.page(holder, "ledger")).join().run();
            if (run.log().awaitEnd(LONGEST_MILLIS)) {
                take(topic, finding, run);
            }
            runs.release(run, holder, StopSignal.Reason.VISITOR);
            if (!measured.containsKey(key(topic, finding)) && overBudget(run)) {
                // a busy or slow machine: visitors must not wait that long, the ledger may
                measured.put(
                        key(topic, finding),
                        finding.measure(
                                ResultRecorder.run(finding.experiment(), finding.parameters())));
            }
        } catch (Refused | CompletionException busy) {
            log.warn("finding {} was not measured: {}", key(topic, finding), busy.getMessage());
        } catch (RuntimeException failed) {
            log.error("finding {} could not be measured", key(topic, finding), failed);
        }
        waiting.getOrDefault(topic.id(), List.of()).forEach(Runnable::run);
    }

    private static boolean overBudget(Run run) {
        return run.log().result().outcome().orElseThrow() instanceof Outcome.OverBudget;
    }

    /** Remembers what a finished run says of a finding. */
    private void take(Topic topic, Finding<?> finding, Run run) {
        if (run.log().result().outcome().orElseThrow() instanceof Outcome.Finished) {
            measured.put(key(topic, finding), finding.measure(run.log().result()));
        }
    }
}
