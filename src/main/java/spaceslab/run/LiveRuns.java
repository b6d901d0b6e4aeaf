package spaceslab.run;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import spaceslab.experiment.Outcome;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.StopSignal;

/**
 * The runs that are computed while somebody looks, on the compute pool. One that uses up the budget
 * of a live answer is not cut: it goes on in the queue.
 */
final class LiveRuns {
    private static final Logger log = LoggerFactory.getLogger(LiveRuns.class);

    private final RunLimits limits;
    private final ComputePool pool;
    private final RunCache cache;
    private final DurableRuns durable;
    private final Storage storage;
    private final RunMetrics metrics;
    private final Executor database;
    private final Map<String, Run> live = new ConcurrentHashMap<>();
    private volatile boolean closing;

    /** Asks the database on {@code database}. */
    LiveRuns(
            RunLimits limits,
            ComputePool pool,
            RunCache cache,
            DurableRuns durable,
            Storage storage,
            RunMetrics metrics,
            Executor database) {
        this.limits = limits;
        this.pool = pool;
        this.cache = cache;
        this.durable = durable;
        this.storage = storage;
        this.metrics = metrics;
        this.database = database;
    }

    /** One that is under way. */
    Optional<Run> byId(String id) {
        return live.values().stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /**
     * Atomically for one identity: the live run under way, the one that ended just now, or a fresh
     * one on the pool. A run that ends enters the cache before it leaves those under way, so it is
     * always found in one of them. Empty where the pool is full, which leaves nothing behind.
     */
    Optional<RunService.Submission> answer(
            RunSetup<?> setup, String identity, RunService.Asker asker) {
        AtomicReference<RunService.@Nullable Submission> ended = new AtomicReference<>();
        try {
            Run run =
                    live.compute(
                            identity,
                            (key, current) -> {
                                if (current != null && current.hold(asker.holder())) {
                                    return current;
                                }
                                Optional<Run> known = cache.byIdentity(key);
                                if (known.isPresent()) {
                                    ended.set(new RunService.Submission(known.get(), true));
                                    return current;
                                }
                                Run fresh = new Run(Computation.newId(), key, setup, false);
                                fresh.hold(asker.holder());
                                pool.live().execute(() -> compute(fresh, asker));
                                return fresh;
                            });
            RunService.Submission cached = ended.get();
            return Optional.of(
                    cached != null
                            ? cached
                            : new RunService.Submission(Objects.requireNonNull(run), false));
        } catch (RejectedExecutionException full) {
            return Optional.empty();
        }
    }

    private void compute(Run run, RunService.Asker asker) {
        long start = System.nanoTime();
        Outcome outcome = Computation.compute(run, limits.live());
        double millis = (System.nanoTime() - start) / 1e6;
        boolean timeIsUp =
                outcome instanceof Outcome.OverBudget && run.log().bytes() <= limits.runBytes();
        if (timeIsUp && !closing && storage.ready() && run.passOn()) {
            database.execute(() -> passOn(run, asker, outcome, millis));
        } else {
            end(run, outcome, millis);
        }
    }

    /**
     * It goes on in the queue, under its id and for all who hold it; they find it here meanwhile.
     */
    private void passOn(Run run, RunService.Asker asker, Outcome otherwise, double millis) {
        try {
            if (durable.takeOver(run, asker.visitor(), asker.keeps())) {
                run.log()
                        .whenEnded(() -> {
                            if (run.log().result().outcome().orElseThrow()
                                    instanceof Outcome.Finished) {
                                cache.add(run, true);
                            }
                            live.remove(run.identity(), run);
                        });
                return;
            }
        } catch (Refused | DataAccessException | TransactionException notTaken) {
            log.info("run {} ends at its budget: {}", run.id(), notTaken.getMessage());
        }
        run.passBack();
        end(run, otherwise, millis);
    }

    private void end(Run run, Outcome outcome, double millis) {
        run.ended(millis);
        run.log().append(new RunEvent.Ended(outcome));
        if (!(outcome instanceof Outcome.Stopped s && s.reason() == StopSignal.Reason.SUPERSEDED)) {
            cache.add(run, outcome instanceof Outcome.Finished);
        }
        live.remove(run.identity(), run);
        metrics.computed(run, outcome, millis);
    }

    /** Stops all. */
    void close() {
        closing = true;
        live.values().forEach(run -> run.stop().stop(StopSignal.Reason.SHUTDOWN));
    }
}
