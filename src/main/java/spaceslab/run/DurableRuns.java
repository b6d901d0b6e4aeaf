package spaceslab.run;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import spaceslab.experiment.Outcome;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.StopSignal;

/**
 * Queued runs: rows in the database that any process may compute and any may watch. This process
 * keeps a handle of each run that it computes or that somebody looks at here; {@link RunUpkeep}
 * keeps the handles up to date.
 */
@Component
class DurableRuns {
    private static final Logger log = LoggerFactory.getLogger(DurableRuns.class);

    /** The watcher of a run that a program started: it need not come back before the end. */
    private static final String PROGRAM = "program";

    private static final Duration PROGRAM_WATCHES = Duration.ofDays(1);

    /** A run that was begun so often and never ended takes its processes down with it. */
    private static final int MOST_ATTEMPTS = 8;

    /** How long a watch lasts unless it is renewed. */
    static final long WATCH_SECONDS = 15;

    private final String process =
            ProcessHandle.current().pid() + "-" + UUID.randomUUID().toString().substring(0, 8);
    private final Catalogue catalogue;
    private final RunTable table;
    private final RunQueue queue;
    private final RunLimits limits;
    private final RunMetrics metrics;
    private final Map<String, Run> handles = new ConcurrentHashMap<>();
    private volatile boolean closing;

    DurableRuns(
            Catalogue catalogue,
            RunTable table,
            RunQueue queue,
            RunLimits limits,
            RunMetrics metrics,
            Storage storage) {
        this.catalogue = catalogue;
        this.table = table;
        this.queue = queue;
        this.limits = limits;
        this.metrics = metrics;
        storage.whenReady(() -> queue.start(process, this::compute));
    }

    String process() {
        return process;
    }

    /** The runs that are computed or watched here and have not ended. */
    Iterable<Run> handles() {
        return handles.values();
    }

    /** A finished run of this set-up from the database, with its events. */
    Optional<Run> finished(RunSetup<?> setup, String identity) {
        return table.finished(identity)
                .flatMap(row -> load(row, setup))
                .filter(r -> r.log().ended());
    }

    /** A run by id from the database: ended, or followed from now on. */
    Optional<Run> find(String id) {
        Run handle = handles.get(id);
        return handle != null
                ? Optional.of(handle)
                : table.find(id)
                        .flatMap(row -> row.setup(catalogue).flatMap(setup -> open(row, setup)));
    }

    private Optional<Run> open(RunRow row, RunSetup<?> setup) {
        if (row.ended()) {
            return load(row, setup);
        }
        Run run = handle(row, setup);
        if (!run.computedHere()) {
            try {
                follow(run);
            } catch (IllegalArgumentException corrupt) {
                unreadable(run, corrupt);
            }
        }
        return Optional.of(run);
    }

    /** Joins the run of this identity that waits or runs anywhere, or queues a new one. */
    Run submit(RunSetup<?> setup, String identity, Object holder, String visitor, boolean keeps) {
        for (int attempt = 0; attempt < 10; attempt++) {
            Optional<RunRow> active = table.active(identity).filter(row -> !row.cancel());
            if (active.isPresent()) {
                Run run = handle(active.get(), setup);
                if (run.hold(holder)) {
                    return watched(run, keeps);
                }
                pause();
                continue;
            }
            refuseFull(visitor);
            Run fresh = new Run(Computation.newId(), identity, setup, true);
            fresh.hold(holder);
            if (table.insertWaiting(fresh, visitor, seconds(setup))) {
                // not before its row is there: what has no row is taken for deleted
                Run known = handles.putIfAbsent(fresh.id(), fresh);
                Run run = known == null ? fresh : known;
                run.hold(holder);
                watched(run, keeps);
                queue.put(run.id(), table.find(run.id()).map(RunRow::rankOfVisitor).orElse(0));
                place(table.queue());
                return run;
            }
            pause();
        }
        throw new Refused("queueFull", 5, table.waiting());
    }

    /**
     * Queues a run that began live, under its id; its live attempt counts as the first. False where
     * another process computes the same.
     */
    boolean takeOver(Run run, String visitor, boolean keeps) {
        refuseFull(visitor);
        handles.put(run.id(), run);
        boolean taken = false;
        try {
            taken = table.insertPassedOn(run, visitor, seconds(run.setup()));
        } finally {
            if (!taken) {
                handles.remove(run.id(), run);
            }
        }
        if (taken) {
            run.computeElsewhere(run.stop());
            watched(run, keeps);
            queue.put(run.id(), table.find(run.id()).map(RunRow::rankOfVisitor).orElse(0));
            place(table.queue());
        }
        return taken;
    }

    /** The run of this identity that waits or runs anywhere, held; none is queued. */
    Optional<Run> join(RunSetup<?> setup, String identity, Object holder) {
        return table.active(identity)
                .filter(row -> !row.cancel())
                .map(row -> handle(row, setup))
                .filter(run -> run.hold(holder))
                .map(run -> watched(run, false));
    }

    /** A cancelled run of the same identity is about to end; its place is free in a moment. */
    private static void pause() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private Run watched(Run run, boolean keeps) {
        table.watches().watch(run.id(), process, Instant.now().plusSeconds(WATCH_SECONDS));
        if (keeps) {
            table.watches().watch(run.id(), PROGRAM, Instant.now().plus(PROGRAM_WATCHES));
        }
        return run;
    }

    private void refuseFull(String visitor) {
        int waiting = table.waiting();
        if (waiting >= limits.queueLength()) {
            double head =
                    table.queue().stream().mapToDouble(RunRow::estimateSeconds).min().orElse(10);
            throw new Refused("queueFull", (int) Math.max(2, Math.min(300, head)), waiting);
        }
        int own = table.unfinishedOf(visitor);
        if (own >= limits.visitorQueueLength()) {
            throw new Refused("visitorFull", 30, own);
        }
    }

    private static <P extends Record> double seconds(RunSetup<P> setup) {
        return setup.experiment().cost(setup.parameters()).seconds();
    }

    /** Nobody here is interested any more: ends the run unless another process looks at it. */
    void abandon(Run run, StopSignal.Reason why) {
        if (run.log().ended() || !run.leave()) {
            return;
        }
        try {
            if (table.watches().unwatch(run.id(), process)) {
                cancel(run.id(), why);
            } else if (run.computedHere() || !handles.remove(run.id(), run)) {
                run.stay();
            }
        } catch (DataAccessException | TransactionException unreachable) {
            run.stay();
            throw unreachable;
        }
    }

    /** The program that started a run does not want it any longer. */
    void delete(Run run) {
        table.watches().unwatch(run.id(), PROGRAM);
        abandon(run, StopSignal.Reason.VISITOR);
    }

    /** Ends a run wherever it is. */
    void cancel(String id, StopSignal.Reason why) {
        table.find(id).ifPresent(row -> table.cancel(id, ending(row, new Outcome.Stopped(why))));
        Run run = handles.get(id);
        if (run != null && run.computedHere()) {
            run.stop().stop(why);
        }
    }

    private static EventLog.Entry ending(RunRow row, Outcome outcome) {
        return new EventLog.Entry(row.lastEvent() + 1, new RunEvent.Ended(outcome));
    }

    private void fail(RunRow row, String problem) {
        log.error(
                "Run {} of {}/{} cannot be computed: {}",
                row.id(),
                row.topic(),
                row.experiment(),
                problem);
        List<EventLog.Entry> last = List.of(ending(row, new Outcome.Failed(problem)));
        table.finish(row.id(), row.attempt(), last, "failed", 0);
    }

    /** Computes a run that the queue gave to this process; on a thread of the queue. */
    private void compute(String id) {
        if (table.fairerWaits(id)) {
            throw new RunQueue.StepsAside(id);
        }
        Optional<RunRow> claimed = table.claim(id, process);
        if (claimed.isEmpty()) {
            Outcome stopped = new Outcome.Stopped(StopSignal.Reason.VISITOR);
            table.find(id).ifPresent(row -> table.endCancelled(id, ending(row, stopped)));
            return;
        }
        RunRow row = claimed.get();
        Optional<RunSetup<?>> setup = row.setup(catalogue);
        if (setup.isEmpty()) {
            fail(row, "version");
            return;
        }
        if (row.attempt() > MOST_ATTEMPTS) {
            fail(row, "attempts");
            return;
        }
        Run run = handle(row, setup.get());
        RunStop stop = run.computeHere();
        if (closing) {
            stop.stop(StopSignal.Reason.SHUTDOWN);
        }
        if (row.attempt() > 1) {
            run.log().restart(row.attempt(), row.lastEvent());
            run.log().wake();
        }
        metrics.waited(run.submitted());
        try {
            if (!finish(run, row)) {
                run.computeElsewhere(stop);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("run " + id + " goes back to the queue", end);
        } finally {
            if (run.stop() == stop) {
                handles.remove(id, run);
            }
        }
    }

    /** False where another process has taken the run over. */
    private boolean finish(Run run, RunRow row) throws InterruptedException {
        long start = System.nanoTime();
        try (ChunkWriter writer = new ChunkWriter(run, row.attempt(), table, row.lastEvent())) {
            Outcome outcome = Computation.compute(run, limits.queued());
            double millis = (System.nanoTime() - start) / 1e6;
            if (closing && outcome instanceof Outcome.Stopped) {
                writer.close();
                table.giveBack(run.id(), row.attempt());
                throw new IllegalStateException("run " + run.id() + " goes back to the queue");
            }
            boolean ours = writer.finish(outcome, millis, Computation.newId().substring(0, 12));
            if (ours) {
                metrics.computed(run, outcome, millis);
            }
            return ours;
        }
    }

    /** This process's handle of a run that has not ended. */
    private Run handle(RunRow row, RunSetup<?> setup) {
        return handles.computeIfAbsent(
                row.id(),
                id -> {
                    Run run = new Run(id, row.identity(), setup, true);
                    run.submittedAt(row.submitted());
                    return run;
                });
    }

    private Optional<Run> load(RunRow row, RunSetup<?> setup) {
        try {
            Run run = new Run(row.id(), row.identity(), setup, true);
            run.submittedAt(row.submitted());
            run.log().appendAll(table.eventsAfter(row.id(), 0));
            run.ended(row.elapsedMillis());
            table.touch(row.id());
            return Optional.of(run);
        } catch (IllegalArgumentException corrupt) {
            log.error("Run {} cannot be read and is passed over", row.id(), corrupt);
            return Optional.empty();
        }
    }

    /** Takes what other processes have stored of a run that is watched here. */
    void follow(Run run) {
        Optional<RunRow> row = table.find(run.id());
        if (row.isEmpty()) {
            end(run, "deleted");
            return;
        }
        if (row.get().state().equals(RunRow.RUNNING)) {
            run.started();
        }
        if (row.get().lastEvent() > run.log().last()) {
            List<EventLog.Entry> fresh = table.eventsAfter(run.id(), run.log().last());
            if (!run.computedHere()) {
                if (!fresh.isEmpty() && fresh.getLast().event() instanceof RunEvent.Ended) {
                    // read after its last event, which may be newer than the row above
                    table.find(run.id()).ifPresent(ended -> run.ended(ended.elapsedMillis()));
                }
                run.log().appendAll(fresh);
            }
        }
        if (run.log().ended()) {
            handles.remove(run.id(), run);
        }
    }

    /** What is stored of a run that is watched here cannot be read: its watchers wait no longer. */
    void unreadable(Run run, IllegalArgumentException corrupt) {
        log.error("Run {} cannot be read", run.id(), corrupt);
        end(run, "unreadable");
    }

    private void end(Run run, String problem) {
        run.ended(0);
        run.log().append(new RunEvent.Ended(new Outcome.Failed(problem)));
        handles.remove(run.id(), run);
    }

    /** Tells the waiting runs of this process where they stand. */
    void place(List<RunRow> order) {
        int position = 0;
        double seconds = 0;
        for (RunRow row : order) {
            Run run = handles.get(row.id());
            if (row.state().equals(RunRow.WAITING)) {
                position++;
                if (run != null) {
                    run.placed(new Run.Place(position, seconds));
                }
            }
            seconds += row.estimateSeconds() / limits.workers();
        }
    }

    /** Early, so that the runs are back in the queue when the last requests have been answered. */
    @PreDestroy
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
        handles.values().stream()
                .filter(Run::computedHere)
                .forEach(run -> run.stop().stop(StopSignal.Reason.SHUTDOWN));
    }
}
