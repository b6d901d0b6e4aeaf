package spaceslab.base.ui;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spaceslab.experiment.Texts;
import spaceslab.run.EventLog;
import spaceslab.run.Run;
import spaceslab.run.RunJson;
import spaceslab.run.Shipment;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One run on its way to a page's bench: at most four pushes a second while it streams, at once when
 * it ends, and never more than one unacknowledged batch, so a browser that sleeps costs nothing but
 * its place in the log. A browser that does not answer for a while has vanished.
 */
final class FollowedRun {
    private static final Logger log = LoggerFactory.getLogger(FollowedRun.class);

    /** Least time between two pushes of a streaming run. */
    private static final long INTERVAL_MILLIS = 250;

    /** A live run that has ended by then reaches the page in one piece. */
    private static final long PATIENCE_MILLIS = 120;

    /** A watcher further behind than this gets one snapshot instead of the events. */
    private static final int CATCH_UP_EVENTS = 2_000;

    /** A push that is not acknowledged by then may be lost; each further wait is twice as long. */
    private static final long NUDGE_MILLIS = 2_000;

    /** How often a page that waits for news is asked whether it is still there. */
    private static final long PING_MILLIS = 15_000;

    /** A page that has not acknowledged anything for this long has vanished. */
    private static final long VANISHED_MILLIS = 40_000;

    private final OpenPage page;
    private final Run run;
    private final boolean cached;
    private final String label;
    private final Runnable vanished;
    private EventLog.Watch watch = () -> {};
    private Optional<Run.Place> placeSent = Optional.empty();
    private long sent;
    private long lastPush;
    private boolean scheduled;
    private boolean unacknowledged;
    private long pushes;
    private boolean closed;

    /** Calls {@code vanished} when the page has not answered for a while. */
    FollowedRun(OpenPage page, Run run, boolean cached, String label, Runnable vanished) {
        this.page = page;
        this.run = run;
        this.cached = cached;
        this.label = label;
        this.vanished = vanished;
    }

    Run run() {
        return run;
    }

    /** The same from the start. */
    FollowedRun again() {
        return new FollowedRun(page, run, cached, label, vanished);
    }

    /** Tells the bench of the run and sends it from its first event; with the session lock held. */
    void begin() {
        announce();
        watch = run.log().watch(this::wake);
        lastPush = System.nanoTime() - (INTERVAL_MILLIS - PATIENCE_MILLIS) * 1_000_000;
        wake();
        page.pulse().after(PING_MILLIS, this::ping);
    }

    private void announce() {
        ObjectNode start = JsonNodeFactory.instance.objectNode();
        start.put("key", run.identity()).put("id", run.id()).put("label", label);
        start.put("cached", cached);
        run.shipment().ifPresent(origin -> start.put("shipped", words(origin)));
        start.set("parameters", RunJson.parameters(run.setup()));
        page.bench().start(start);
    }

    private String words(Shipment origin) {
        return Texts.text(
                page.language(),
                "page.shipped",
                origin.computed().toString().substring(0, 10),
                Math.rint(run.elapsedMillis() / 100) / 10,
                origin.machine());
    }

    /** Sends nothing from now on. */
    synchronized void end() {
        closed = true;
        watch.close();
    }

    private void wake() {
        boolean ended = run.log().ended();
        long since;
        synchronized (this) {
            if (closed || unacknowledged || (scheduled && !ended)) {
                return;
            }
            scheduled = true;
            since = (System.nanoTime() - lastPush) / 1_000_000;
        }
        page.pulse().after(ended ? 0 : Math.max(0, INTERVAL_MILLIS - since), () -> send(false));
    }

    private void send(boolean evenIfEmpty) {
        List<EventLog.Entry> fresh;
        Optional<Run.Place> place = run.place();
        boolean placeChanged;
        boolean snapshot;
        synchronized (this) {
            scheduled = false;
            if (closed || unacknowledged) {
                return;
            }
            fresh = run.log().since(sent);
            placeChanged = place.isPresent() && !place.equals(placeSent);
            if (fresh.isEmpty() && !placeChanged && !evenIfEmpty) {
                return;
            }
            unacknowledged = true;
            long push = ++pushes;
            page.pulse().after(NUDGE_MILLIS, () -> nudge(push, NUDGE_MILLIS));
            placeSent = place;
            lastPush = System.nanoTime();
            snapshot = fresh.size() > CATCH_UP_EVENTS;
            if (!fresh.isEmpty()) {
                sent = fresh.getLast().sequence();
            }
        }
        if (snapshot) {
            ObjectNode whole = RunJson.run(run, cached, page.language());
            synchronized (this) {
                sent = whole.get("seq").asLong();
            }
            page.access(() -> push(whole, JsonNodeFactory.instance.arrayNode()));
            return;
        }
        ArrayNode events = JsonNodeFactory.instance.arrayNode();
        if (placeChanged) {
            events.add(queueEvent(place.orElseThrow()));
        }
        fresh.forEach(e -> events.add(RunJson.event(e, run, cached, page.language())));
        page.access(() -> push(null, events));
    }

    private ObjectNode queueEvent(Run.Place place) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "queue")
                .put("position", place.position())
                .put("seconds", place.seconds())
                .put("passedOn", run.passedOn());
    }

    private void push(@Nullable ObjectNode snapshot, ArrayNode events) {
        if (closed) {
            return;
        }
        (snapshot == null ? page.bench().apply(events) : page.bench().snapshot(snapshot))
                .then(done -> acknowledged(), error -> acknowledged());
    }

    private void acknowledged() {
        synchronized (this) {
            unacknowledged = false;
        }
        if (run.log().last() > sent || !run.place().equals(placeSent)) {
            wake();
        }
    }

    /**
     * A push written to a connection that has just died reaches nobody, and a browser learns of a
     * missing message from a later one only: so one is sent, and the page is resynchronised.
     */
    private void nudge(long push, long waited) {
        synchronized (this) {
            if (closed || !unacknowledged || push != pushes || waited > VANISHED_MILLIS) {
                return;
            }
        }
        page.access(() -> page.bench().apply(JsonNodeFactory.instance.arrayNode()));
        page.pulse().after(2 * waited, () -> nudge(push, 2 * waited));
    }

    private void ping() {
        boolean silent;
        synchronized (this) {
            if (closed || run.log().ended()) {
                return;
            }
            long since = (System.nanoTime() - lastPush) / 1_000_000;
            silent = unacknowledged && since > VANISHED_MILLIS;
        }
        if (silent) {
            log.info("a page that watched run {} has vanished", run.id());
            end();
            vanished.run();
            return;
        }
        send(true);
        page.pulse().after(PING_MILLIS, this::ping);
    }
}
