package spaceslab.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Outcome;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.StopSignal;
import spaceslab.experiment.Topic;

/** Measures findings: each is an ordinary run, so that pages, API and cache share it. */
@Service
public class LedgerService {
    private final Catalogue catalogue;
    private final RunService runs;
    private final Map<String, Finding.Measurement> measured = new ConcurrentHashMap<>();

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

    /**
     * Measures a topic's quick findings that have not been measured since the start, one after the
     * other on the compute pool; {@code ready} is called after each, on a compute thread.
     */
    public void measureQuick(Topic topic, Runnable ready) {
        for (Finding<?> finding : topic.findings()) {
            if (finding.quick() && !measured.containsKey(key(topic, finding))) {
                measure(topic, finding, ready);
            }
        }
    }

    private <P extends Record> void measure(Topic topic, Finding<P> finding, Runnable ready) {
        Object holder = new Object();
        RunSetup<P> setup = new RunSetup<>(topic, finding.experiment(), finding.parameters());
        Run run;
        try {
            run = runs.submit(setup, holder).run();
        } catch (Refused busy) {
            return;
        }
        Runnable settle =
                () -> {
                    if (run.log().ended() && !measured.containsKey(key(topic, finding))) {
                        take(topic, finding, run);
                        ready.run();
                    }
                };
        EventLog.Watch[] watch = new EventLog.Watch[1];
        watch[0] = run.log().watch(settle);
        settle.run();
        if (run.log().ended()) {
            watch[0].close();
            runs.release(run, holder, StopSignal.Reason.VISITOR);
        }
    }

    /** Remembers what a finished run says of a finding. */
    private void take(Topic topic, Finding<?> finding, Run run) {
        if (run.log().result().outcome().orElseThrow() instanceof Outcome.Finished) {
            ResultRecorder copy = new ResultRecorder();
            run.log().since(0).stream()
                    .map(EventLog.Entry::event)
                    .filter(e -> !(e instanceof RunEvent.Progress))
                    .forEach(copy::emit);
            measured.put(key(topic, finding), finding.measure(copy.result()));
        }
    }
}
