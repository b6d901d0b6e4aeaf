package spaceslab.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spaceslab.experiment.Language;
import spaceslab.experiment.StopSignal;
import spaceslab.experiment.Texts;
import spaceslab.run.EventLog;
import spaceslab.run.Refused;
import spaceslab.run.Run;
import spaceslab.run.RunJson;
import spaceslab.run.RunService;
import spaceslab.run.RunSetup;
import spaceslab.run.Shipment;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries the newest run of a page to its bench: at most four pushes a second while it streams, at
 * once when it ends, and never more than one unacknowledged batch, so a browser that sleeps costs
 * nothing but its place in the log. Following a new run gives the old one up; a browser that does
 * not answer for a while has vanished, and its run is given up too.
 */
final class RunFeed {
    private static final Logger log = LoggerFactory.getLogger(RunFeed.class);

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

    private final RunService runs;
    private final Pulse pulse;
    private final LabBench bench;
    private final UI ui;
    private final Language language;
    private final Runnable followed;
    private long latest;
    private @Nullable Following current;

    /** Calls {@code followed}, with the session lock held, whenever another run is shown. */
    RunFeed(
            RunService runs,
            Pulse pulse,
            LabBench bench,
            UI ui,
            Language language,
            Runnable followed) {
        this.followed = followed;
        this.runs = runs;
        this.pulse = pulse;
        this.bench = bench;
        this.ui = ui;
        this.language = language;
    }

    /**
     * Submits a set-up and shows its run from now on, unless a newer one is submitted meanwhile;
     * called with the session lock held.
     */
    void submit(RunSetup<?> setup, String visitor, String label, Consumer<Refused> refused) {
        Ticket ticket = new Ticket(++latest);
        settleWhenDone(
                ticket, runs.submit(setup, RunService.Asker.page(ticket, visitor)), label, refused);
    }

    /** The same for a run that comes with the product and shall be computed here. */
    void recompute(RunSetup<?> setup, String visitor, String label, Consumer<Refused> refused) {
        Ticket ticket = new Ticket(++latest);
        settleWhenDone(
                ticket,
                runs.recompute(setup, RunService.Asker.page(ticket, visitor)),
                label,
                refused);
    }

    private void settleWhenDone(
            Ticket ticket,
            CompletableFuture<RunService.Submission> answer,
            String label,
            Consumer<Refused> refused) {
        if (answer.isDone()) {
            settle(ticket, answer, label, refused);
        } else {
            answer.whenComplete(
                    (done, failed) -> access(() -> settle(ticket, answer, label, refused)));
        }
    }

    /** Shows the run of a queued set-up that is kept or under way, and starts none. */
    void rejoin(RunSetup<?> setup, String visitor, String label) {
        Ticket ticket = new Ticket(++latest);
        runs.rejoin(setup, RunService.Asker.page(ticket, visitor))
                .thenAccept(found ->
                        found.ifPresent(known -> access(() -> settle(ticket, known, label))));
    }

    private void settle(
            Ticket ticket,
            CompletableFuture<RunService.Submission> answer,
            String label,
            Consumer<Refused> refused) {
        try {
            settle(ticket, answer.join(), label);
        } catch (CompletionException failed) {
            if (!(failed.getCause() instanceof Refused why)) {
                throw failed;
            }
            if (ticket.number == latest) {
                refused.accept(why);
            }
        }
    }

    private void settle(Ticket ticket, RunService.Submission submission, String label) {
        if (ticket.number == latest) {
            follow(submission, ticket, label);
        } else {
            runs.release(submission.run(), ticket, StopSignal.Reason.SUPERSEDED);
        }
    }

    /** Shows a run that others asked for; called with the session lock held. */
    void follow(RunService.Submission submission, String label) {
        follow(submission, new Ticket(++latest), label);
    }

    private void follow(RunService.Submission submission, Ticket ticket, String label) {
        Run run = submission.run();
        if (current != null && current.run == run && !submission.cached()) {
            // asked again while it runs: it is shown already, and held by the first ticket
            runs.release(run, ticket, StopSignal.Reason.SUPERSEDED);
            return;
        }
        giveUp(StopSignal.Reason.SUPERSEDED);
        begin(new Following(run, submission.cached(), ticket, label));
    }

    private void begin(Following following) {
        current = following;
        Run run = following.run;
        ObjectNode start = JsonNodeFactory.instance.objectNode();
        start.put("key", run.identity()).put("id", run.id()).put("label", following.label);
        start.put("cached", following.cached);
        run.shipment().ifPresent(origin -> start.put("shipped", words(origin, run)));
        start.set("parameters", RunJson.parameters(run.setup()));
        bench.start(start);
        following.begin();
        followed.run();
    }

    private String words(Shipment origin, Run run) {
        return Texts.text(
                language,
                "page.shipped",
                origin.computed().toString().substring(0, 10),
                Math.rint(run.elapsedMillis() / 100) / 10,
                origin.machine());
    }

    /**
     * Sends the run that is shown anew, from its first event: what was under way to a page that is
     * resynchronised is lost. Called with the session lock held.
     */
    void resend() {
        if (current != null) {
            current.end();
            begin(new Following(current.run, current.cached, current.ticket, current.label));
        }
    }

    /** The run that is shown, if any. */
    Optional<Run> run() {
        return current == null ? Optional.empty() : Optional.of(current.run);
    }

    /** Stores a run for good, then tells on the page's thread. */
    void keep(Run run, String visitor, Runnable kept, Consumer<Refused> refused) {
        runs.keep(run, visitor)
                .whenComplete((done, failed) ->
                        access(() -> {
                            if (failed == null) {
                                kept.run();
                            } else if (failed.getCause() instanceof Refused why) {
                                refused.accept(why);
                            } else if (failed instanceof Refused why) {
                                refused.accept(why);
                            } else {
                                log.error("run {} was not kept", run.id(), failed);
                            }
                        }));
    }

    /** Stops the run that is shown but goes on showing what it found until its end. */
    void stopRun() {
        if (current != null) {
            runs.release(current.run, current.ticket, StopSignal.Reason.VISITOR);
        }
    }

    /** The page goes; whatever is under way for it is given up. */
    void close() {
        latest++;
        giveUp(StopSignal.Reason.SUPERSEDED);
    }

    private void giveUp(StopSignal.Reason why) {
        if (current != null) {
            current.end();
            runs.release(current.run, current.ticket, why);
            current = null;
        }
    }

    private void access(Runnable job) {
        try {
            ui.access(job::run);
        } catch (UIDetachedException gone) {
            log.debug("a page is gone");
        }
    }

    /** One wish of the page; its identity holds the run that it got. */
    private static final class Ticket {
        private final long number;

        Ticket(long number) {
            this.number = number;
        }
    }

    /** One run on its way to the browser. */
    private final class Following {
        private final Run run;
        private final boolean cached;
        private final Ticket ticket;
        private final String label;
        private EventLog.Watch watch = () -> {};
        private Optional<Run.Place> placeSent = Optional.empty();
        private long sent;
        private long lastPush;
        private boolean scheduled;
        private boolean unacknowledged;
        private long pushes;
        private boolean closed;

        Following(Run run, boolean cached, Ticket ticket, String label) {
            this.run = run;
            this.cached = cached;
            this.ticket = ticket;
            this.label = label;
        }

        void begin() {
            watch = run.log().watch(this::wake);
            lastPush = System.nanoTime() - (INTERVAL_MILLIS - PATIENCE_MILLIS) * 1_000_000;
            wake();
            pulse.after(PING_MILLIS, this::ping);
        }

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
            pulse.after(ended ? 0 : Math.max(0, INTERVAL_MILLIS - since), () -> send(false));
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
                pulse.after(NUDGE_MILLIS, () -> nudge(push, NUDGE_MILLIS));
                placeSent = place;
                lastPush = System.nanoTime();
                snapshot = fresh.size() > CATCH_UP_EVENTS;
                if (!fresh.isEmpty()) {
                    sent = fresh.getLast().sequence();
                }
            }
            if (snapshot) {
                ObjectNode whole = RunJson.run(run, cached, language);
                synchronized (this) {
                    sent = whole.get("seq").asLong();
                }
                access(() -> push(whole, JsonNodeFactory.instance.arrayNode()));
                return;
            }
            ArrayNode events = JsonNodeFactory.instance.arrayNode();
            if (placeChanged) {
                events.add(queueEvent(place.orElseThrow()));
            }
            fresh.forEach(e -> events.add(RunJson.event(e, run, cached, language)));
            access(() -> push(null, events));
        }

        private ObjectNode queueEvent(Run.Place place) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("type", "queue")
                    .put("position", place.position())
                    .put("seconds", place.seconds());
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
            if (run.log().last() > sent || !run.place().equals(placeSent)) {
                wake();
            }
        }

        /**
         * A push written to a connection that has just died reaches nobody, and a browser learns of
         * a missing message from a later one only: so one is sent, and the page is resynchronised.
         */
        private void nudge(long push, long waited) {
            synchronized (this) {
                if (closed || !unacknowledged || push != pushes || waited > VANISHED_MILLIS) {
                    return;
                }
            }
            access(() -> bench.apply(JsonNodeFactory.instance.arrayNode()));
            pulse.after(2 * waited, () -> nudge(push, 2 * waited));
        }

        private void ping() {
            boolean vanished;
            synchronized (this) {
                if (closed || run.log().ended()) {
                    return;
                }
                long silent = (System.nanoTime() - lastPush) / 1_000_000;
                vanished = unacknowledged && silent > VANISHED_MILLIS;
            }
            if (vanished) {
                log.info("a page that watched run {} has vanished", run.id());
                end();
                runs.release(run, ticket, StopSignal.Reason.VISITOR);
                return;
            }
            send(true);
            pulse.after(PING_MILLIS, this::ping);
        }
    }
}
