package spaceslab.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spaceslab.experiment.Language;
import spaceslab.experiment.StopSignal;
import spaceslab.run.EventLog;
import spaceslab.run.Run;
import spaceslab.run.RunJson;
import spaceslab.run.RunService;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries the newest run of a page to its bench: at most four pushes a second while it streams, at
 * once when it ends, and never more than one unacknowledged batch, so a browser that sleeps costs
 * nothing but its place in the log. Following a new run gives the old one up.
 */
final class RunFeed {
    private static final Logger log = LoggerFactory.getLogger(RunFeed.class);

    /** Least time between two pushes of a streaming run. */
    private static final long INTERVAL_MILLIS = 250;

    /** A live run that has ended by then reaches the page in one piece. */
    private static final long PATIENCE_MILLIS = 120;

    /** A watcher further behind than this gets one snapshot instead of the events. */
    private static final int CATCH_UP_EVENTS = 2_000;

    private final RunService runs;
    private final Pulse pulse;
    private final LabBench bench;
    private final UI ui;
    private final Language language;
    private @Nullable Following current;

    RunFeed(RunService runs, Pulse pulse, LabBench bench, UI ui, Language language) {
        this.runs = runs;
        this.pulse = pulse;
        this.bench = bench;
        this.ui = ui;
        this.language = language;
    }

    /** Shows this run from now on; called with the session lock held. */
    void follow(RunService.Submission submission, String label) {
        if (current != null && current.run == submission.run() && !submission.cached()) {
            // asked again while it runs: giving it up would stop the very run that is wanted
            return;
        }
        stop(StopSignal.Reason.SUPERSEDED);
        Run run = submission.run();
        Following following = new Following(run, submission.cached());
        current = following;
        ObjectNode start = JsonNodeFactory.instance.objectNode();
        start.put("key", run.identity()).put("id", run.id()).put("label", label);
        start.put("cached", submission.cached());
        start.set("parameters", RunJson.parameters(run.setup()));
        bench.start(start);
        following.begin();
    }

    /** The run that is shown, if any. */
    @Nullable Run run() {
        return current == null ? null : current.run;
    }

    /** Stops the run that is shown but goes on showing what it found until its end. */
    void stopRun() {
        if (current != null) {
            runs.release(current.run, this, StopSignal.Reason.VISITOR);
        }
    }

    /** Gives up the run that is shown. */
    void stop(StopSignal.Reason why) {
        if (current != null) {
            current.end();
            runs.release(current.run, this, why);
            current = null;
        }
    }

    /** One run on its way to the browser. */
    private final class Following {
        private final Run run;
        private final boolean cached;
        private EventLog.Watch watch = () -> {};
        private long sent;
        private long lastPush;
        private boolean scheduled;
        private boolean unacknowledged;
        private boolean closed;

        Following(Run run, boolean cached) {
            this.run = run;
            this.cached = cached;
        }

        void begin() {
            watch = run.log().watch(this::wake);
            lastPush = System.nanoTime() - (INTERVAL_MILLIS - PATIENCE_MILLIS) * 1_000_000;
            wake();
        }

        synchronized void end() {
            closed = true;
            watch.close();
        }

        private void wake() {
            boolean ended = run.log().ended();
            synchronized (this) {
                if (closed || unacknowledged || (scheduled && !ended)) {
                    return;
                }
                scheduled = true;
            }
            long since = (System.nanoTime() - lastPush) / 1_000_000;
            pulse.after(ended ? 0 : Math.max(0, INTERVAL_MILLIS - since), this::send);
        }

        private void send() {
            List<EventLog.Entry> fresh;
            synchronized (this) {
                scheduled = false;
                if (closed || unacknowledged) {
                    return;
                }
                fresh = run.log().since(sent);
                if (fresh.isEmpty()) {
                    return;
                }
                unacknowledged = true;
                sent = fresh.getLast().sequence();
                lastPush = System.nanoTime();
            }
            boolean snapshot = fresh.size() > CATCH_UP_EVENTS;
            ObjectNode whole = snapshot ? RunJson.run(run, cached, language) : null;
            if (whole != null) {
                synchronized (this) {
                    sent = whole.get("seq").asLong();
                }
            }
            ArrayNode events = JsonNodeFactory.instance.arrayNode();
            if (!snapshot) {
                fresh.forEach(e -> events.add(RunJson.event(e, run, cached, language)));
            }
            try {
                ui.access(() -> push(whole, events));
            } catch (UIDetachedException gone) {
                log.debug("page of run {} is gone", run.id());
            }
        }

        private void push(@Nullable ObjectNode snapshot, ArrayNode events) {
            if (closed) {
                return;
            }
            (snapshot == null ? bench.apply(events) : bench.snapshot(snapshot))
                    .then(done -> acknowledged(), error -> acknowledged());
        }

        private void acknowledged() {
            synchronized (this) {
                unacknowledged = false;
            }
            if (run.log().last() > sent) {
                wake();
            }
        }
    }
}
