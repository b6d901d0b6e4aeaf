package spaceslab.run;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Outcome;
import spaceslab.experiment.StopSignal;
import spaceslab.experiment.Violation;

/**
 * Takes set-ups and gives runs: from the cache where the same was computed before, the one already
 * under way where somebody else asked first, else a new one: live ones on the compute pool, others
 * through the durable queue. Nothing here blocks the caller; the database is asked on threads of
 * its own.
 */
@Service
public class RunService {
    /** A page that reloads comes back within this time and finds its run still going. */
    private static final long RELOAD_MILLIS = 1_500;

    private final RunLimits limits;
    private final ComputePool pool;
    private final RunCache cache;
    private final ShippedRuns shipped;
    private final DurableRuns durable;
    private final RunTable table;
    private final Storage storage;
    private final RunMetrics metrics;
    private final LiveRuns live;
    private final ExecutorService database =
            Executors.newFixedThreadPool(
                    4, Thread.ofPlatform().daemon().name("run-database-", 0).factory());

    /** Reads files; never waits for the database. */
    private final ExecutorService files = Executors.newVirtualThreadPerTaskExecutor();

    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("run-clock").factory());
    private volatile boolean closing;

    RunService(
            RunLimits limits,
            ComputePool pool,
            ShippedRuns shipped,
            DurableRuns durable,
            RunTable table,
            Storage storage,
            RunMetrics metrics) {
        this.limits = limits;
        this.pool = pool;
        this.cache = new RunCache(limits.cacheBytes());
        this.shipped = shipped;
        this.durable = durable;
        this.table = table;
        this.storage = storage;
        this.metrics = metrics;
        this.live = new LiveRuns(limits, pool, cache, durable, storage, metrics, database);
    }

    /** A run and whether it was answered from the cache. */
    public record Submission(Run run, boolean cached) {}

    /** Whoever submits: the page or client that holds the run, and the visitor behind it. */
    public record Asker(Object holder, String visitor, boolean keeps) {
        /** A page, whose run ends when it goes. */
        public static Asker page(Object page, String visitor) {
            return new Asker(page, visitor, false);
        }

        /** A program, whose run goes on until it is deleted. */
        public static Asker program(Object holder, String visitor) {
            return new Asker(holder, visitor, true);
        }
    }

    /**
     * Submits a set-up; the asker must {@link #release} the run when no longer interested. A live
     * run is there at once, a queued one a moment later, as is a live one that is too large for a
     * live answer or finds the pool full; completes with {@link Refused} when it would exceed its
     * budget or there is no room. What comes with the product is answered from there, unless it was
     * computed again here.
     */
    public CompletableFuture<Submission> submit(RunSetup<?> setup, Asker asker) {
        String identity = setup.identity();
        Optional<Run> known = cache.byIdentity(identity);
        if (known.isEmpty() && shipped.has(identity)) {
            return CompletableFuture.supplyAsync(() -> shipped.byIdentity(identity), files)
                    .thenCompose(found -> {
                        found.ifPresent(run -> metrics.cacheHit());
                        return found.map(run ->
                                        CompletableFuture.completedFuture(
                                                new Submission(run, true)))
                                .orElseGet(() -> compute(setup, identity, asker));
                    });
        }
        return compute(setup, identity, asker);
    }

    /**
     * Like {@link #submit}, but what comes with the product is computed here: the answer is this
     * site's own run, kept, under way or new.
     */
    public CompletableFuture<Submission> recompute(RunSetup<?> setup, Asker asker) {
        return compute(setup, setup.identity(), asker);
    }

    /** Whether this set-up's run comes with the product. */
    public boolean ships(RunSetup<?> setup) {
        return shipped.has(setup.identity());
    }

    private CompletableFuture<Submission> compute(RunSetup<?> setup, String identity, Asker asker) {
        Optional<Run> known = cache.byIdentity(identity);
        if (known.isPresent()) {
            metrics.cacheHit();
            return CompletableFuture.completedFuture(new Submission(known.get(), true));
        }
        try {
            if (closing) {
                throw new Refused("shutdown", 20);
            }
            refuseHopeless(setup);
            if (setup.live() && limits.live(cost(setup))) {
                Optional<Submission> answer = live.answer(setup, identity, asker);
                if (answer.isPresent()) {
                    return CompletableFuture.completedFuture(answer.get());
                }
                if (!storage.ready()) {
                    throw new Refused("queueFull", 5, pool.live().getQueue().size());
                }
            }
            if (!storage.ready()) {
                throw new Refused("storage", 10);
            }
        } catch (Refused refused) {
            return CompletableFuture.failedFuture(refused);
        }
        return CompletableFuture.supplyAsync(() -> queue(setup, identity, asker), database);
    }

    private Submission queue(RunSetup<?> setup, String identity, Asker asker) {
        try {
            Optional<Submission> finished = stored(setup, identity);
            if (finished.isPresent()) {
                metrics.cacheHit();
                return finished.get();
            }
            Run run =
                    durable.submit(setup, identity, asker.holder(), asker.visitor(), asker.keeps());
            return new Submission(run, false);
        } catch (DataAccessException | TransactionException unreachable) {
            throw new Refused("storage", 10);
        }
    }

    /**
     * The run of a queued set-up that is kept or under way anywhere, held for the asker; unlike
     * {@link #submit} it never starts one, so a page that is opened again finds its run.
     */
    public CompletableFuture<Optional<Submission>> rejoin(RunSetup<?> setup, Asker asker) {
        String identity = setup.identity();
        Optional<Submission> known =
                cache.byIdentity(identity).map(run -> new Submission(run, true));
        if (known.isPresent() || closing) {
            return CompletableFuture.completedFuture(known);
        }
        if (!storage.ready()) {
            return CompletableFuture.supplyAsync(() -> shippedAs(identity), files);
        }
        return CompletableFuture.supplyAsync(() -> join(setup, identity, asker), database);
    }

    private Optional<Submission> shippedAs(String identity) {
        return shipped.byIdentity(identity).map(run -> new Submission(run, true));
    }

    private Optional<Submission> join(RunSetup<?> setup, String identity, Asker asker) {
        try {
            return durable.join(setup, identity, asker.holder())
                    .map(run -> new Submission(run, false))
                    .or(() -> shippedAs(identity))
                    .or(() -> stored(setup, identity));
        } catch (DataAccessException | TransactionException unreachable) {
            return shippedAs(identity);
        }
    }

    private Optional<Submission> stored(RunSetup<?> setup, String identity) {
        Optional<Run> finished = durable.finished(setup, identity);
        finished.ifPresent(run -> cache.add(run, true));
        return finished.map(run -> new Submission(run, true));
    }

    /**
     * Ends a holder's interest; the run stops when nobody is left: a live one at once, a queued one
     * at once when a visitor says so, else after the time that a reload takes.
     */
    public void release(Run run, Object holder, StopSignal.Reason why) {
        if (run.release(holder, why)) {
            return;
        }
        if (run.letGo(holder) && !run.log().ended() && !closing) {
            long delay = why == StopSignal.Reason.VISITOR ? 0 : RELOAD_MILLIS;
            clock.schedule(
                    () -> database.execute(() -> durable.abandon(run, StopSignal.Reason.VISITOR)),
                    delay,
                    TimeUnit.MILLISECONDS);
        }
    }

    /** A program deletes its run, which ends unless somebody else looks at it. */
    public void cancel(Run run, Object holder) {
        if (!run.release(holder, StopSignal.Reason.VISITOR)) {
            run.letGo(holder);
            database.execute(() -> durable.delete(run));
        }
    }

    /** The run with this id, while it is under way or kept; asks the database. */
    public CompletableFuture<Optional<Run>> find(String id) {
        Optional<Run> here = live.byId(id).or(() -> cache.byId(id)).or(() -> shipped.byId(id));
        if (here.isPresent() || !storage.ready() || !id.matches("[0-9a-f]{24}")) {
            return CompletableFuture.completedFuture(here);
        }
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return durable.find(id);
                    } catch (DataAccessException | TransactionException unreachable) {
                        throw new Refused("storage", 10);
                    }
                },
                database);
    }

    /** Stores a run for good under its id, for a permanent link. */
    public CompletableFuture<Run> keep(Run run, String visitor) {
        if (!storage.ready()) {
            return CompletableFuture.failedFuture(new Refused("storage", 10));
        }
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        if (table.storedBytes(true) > limits.pinnedBytes()) {
                            throw new Refused("pinnedFull", 0);
                        }
                        if (!settled(run)) {
                            throw new Refused("queueFull", 5, pool.live().getQueue().size());
                        }
                        if (table.find(run.id()).isPresent()) {
                            table.pin(run.id());
                        } else {
                            Outcome outcome = run.log().result().outcome().orElseThrow();
                            table.insertEnded(run, visitor, outcome.kind(), true);
                        }
                        return run;
                    } catch (DuplicateKeyException keptMeanwhile) {
                        return run;
                    } catch (DataAccessException | TransactionException unreachable) {
                        throw new Refused("storage", 10);
                    }
                },
                database);
    }

    /** A live run is only stored whole: its end, or its move into the queue, is waited for. */
    private boolean settled(Run run) {
        try {
            long slices = (long) (10 * RunStop.PATIENCE * limits.live().seconds()) + 5;
            for (long i = 0; i < slices && !run.durable() && !run.log().ended(); i++) {
                run.log().awaitEnd(100);
            }
            return run.durable() || run.log().ended();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static <P extends Record> Cost cost(RunSetup<P> setup) {
        return setup.experiment().cost(setup.parameters());
    }

    private <P extends Record> void refuseHopeless(RunSetup<P> setup) {
        setup.experiment()
                .obstacle()
                .ifPresent(obstacle -> {
                    throw new Refused(obstacle.key(), 0, obstacle.arguments().toArray());
                });
        Cost cost = cost(setup);
        if (limits.allows(cost)) {
            return;
        }
        List<Violation> changes = new BudgetAdvice<>(setup, limits::allows).violations();
        if (cost.bytes() > limits.runBytes()) {
            throw new Refused(
                    "budgetBytes",
                    0,
                    changes,
                    Math.ceil(cost.bytes() / 1e6),
                    Math.floor(limits.runBytes() / 1e6));
        }
        throw new Refused(
                "budgetSeconds", 0, changes, Math.ceil(cost.seconds()), limits.queuedSeconds());
    }

    /** From the first moment of the end of the process, before its last requests are waited for. */
    @EventListener(ContextClosedEvent.class)
    void refuse() {
        closing = true;
        live.close();
    }

    @PreDestroy
    void close() {
        refuse();
        database.shutdown();
        files.shutdown();
        clock.shutdownNow();
    }
}
