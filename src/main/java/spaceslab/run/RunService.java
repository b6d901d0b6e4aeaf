package spaceslab.run;

import jakarta.annotation.PreDestroy;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import spaceslab.experiment.Budget;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Outcome;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.StopSignal;

/**
 * Takes set-ups and gives runs: from the cache where the same was computed before, the one already
 * under way where somebody else asked first, else a new one on the compute pool.
 */
@Service
public class RunService {
    private static final Logger log = LoggerFactory.getLogger(RunService.class);

    private final RunLimits limits;
    private final ComputePool pool;
    private final RunCache cache;
    private final Map<String, Run> underWay = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private volatile boolean closing;

    RunService(RunLimits limits, ComputePool pool) {
        this.limits = limits;
        this.pool = pool;
        this.cache = new RunCache(limits.cacheBytes());
    }

    /** A run and whether it was answered from the cache. */
    public record Submission(Run run, boolean cached) {}

    /**
     * Submits a set-up for {@code holder} (a page, an API client), who must {@link #release} it
     * when no longer interested. Returns at once.
     *
     * @throws Refused when it would exceed its budget or there is no room
     */
    public Submission submit(RunSetup<?> setup, Object holder) {
        String identity = setup.identity();
        Optional<Run> known = cache.byIdentity(identity);
        if (known.isPresent()) {
            return new Submission(known.get(), true);
        }
        if (closing) {
            throw new Refused("shutdown", 20);
        }
        Budget budget = budget(setup);
        refuseHopeless(setup, budget);
        try {
            return join(setup, identity, holder, budget);
        } catch (RejectedExecutionException full) {
            throw new Refused("queueFull", 10, pool.lane(setup.live()).getQueue().size());
        }
    }

    /**
     * Atomically for one identity: the run under way, the one that ended just now, or a fresh one
     * on the pool. A run that ends enters the cache before it leaves those under way, so it is
     * always found in one of them; a full pool leaves nothing behind.
     */
    private Submission join(RunSetup<?> setup, String identity, Object holder, Budget budget) {
        AtomicReference<@Nullable Submission> ended = new AtomicReference<>();
        Run run =
                underWay.compute(
                        identity,
                        (key, current) -> {
                            if (current != null && current.hold(holder)) {
                                return current;
                            }
                            Optional<Run> known = cache.byIdentity(key);
                            if (known.isPresent()) {
                                ended.set(new Submission(known.get(), true));
                                return current;
                            }
                            Run fresh = new Run(newId(), key, setup);
                            fresh.hold(holder);
                            pool.lane(setup.live()).execute(() -> compute(fresh, budget));
                            return fresh;
                        });
        Submission cached = ended.get();
        return cached != null ? cached : new Submission(Objects.requireNonNull(run), false);
    }

    /** Ends a holder's interest; the run stops when nobody is left. */
    public void release(Run run, Object holder, StopSignal.Reason why) {
        run.release(holder, why);
    }

    /** The run with this id, while it is under way or kept. */
    public Optional<Run> find(String id) {
        return underWay.values().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .or(() -> cache.byId(id));
    }

    /** What such a run may use. */
    public Budget budget(RunSetup<?> setup) {
        return setup.live() ? limits.live() : limits.queued();
    }

    private static <P extends Record> Cost cost(RunSetup<P> setup) {
        return setup.experiment().cost(setup.parameters());
    }

    private static void refuseHopeless(RunSetup<?> setup, Budget budget) {
        Cost cost = cost(setup);
        if (cost.bytes() > budget.bytes()) {
            throw new Refused(
                    "budgetBytes",
                    0,
                    Math.ceil(cost.bytes() / 1e6),
                    Math.floor(budget.bytes() / 1e6));
        }
        // an estimate may be off: only what would take more than four budgets is refused unseen
        if (cost.seconds() > 4 * budget.seconds()) {
            throw new Refused("budgetSeconds", 0, cost.seconds(), budget.seconds());
        }
    }

    private void compute(Run run, Budget budget) {
        long start = System.nanoTime();
        Outcome outcome;
        try {
            if (run.stop().stopped()) {
                outcome = ended(run, budget);
            } else {
                run.started();
                run.stop().expireAfter(budget.seconds());
                execute(run, run.setup(), budget);
                outcome = ended(run, budget);
            }
        } catch (StopSignal.Stopped stopped) {
            outcome = ended(run, budget);
        } catch (Throwable failure) {
            String problem = newId().substring(0, 12);
            log.error("Run {} failed, problem {}: {}", run.id(), problem, run.setup(), failure);
            outcome = new Outcome.Failed(problem);
        }
        run.ended((System.nanoTime() - start) / 1e6);
        boolean finished = outcome instanceof Outcome.Finished;
        run.log().append(new RunEvent.Ended(outcome));
        if (!(outcome instanceof Outcome.Stopped s && s.reason() == StopSignal.Reason.SUPERSEDED)) {
            cache.add(run, finished);
        }
        underWay.remove(run.identity(), run);
    }

    private static Outcome ended(Run run, Budget budget) {
        return run.stop()
                .reason()
                .<Outcome>map(why ->
                        why == StopSignal.Reason.BUDGET
                                ? new Outcome.OverBudget(budget)
                                : new Outcome.Stopped(why))
                .orElse(new Outcome.Finished());
    }

    private static <P extends Record> void execute(Run run, RunSetup<P> setup, Budget budget) {
        Experiment<P> experiment = setup.experiment();
        ResultSchema schema = experiment.results();
        experiment.run(
                setup.parameters(),
                event -> {
                    if (!schema.declares(event) || event instanceof RunEvent.Ended) {
                        throw new IllegalStateException("undeclared result: " + event);
                    }
                    run.log().append(event);
                    if (run.log().bytes() > budget.bytes()) {
                        run.stop().stop(StopSignal.Reason.BUDGET);
                    }
                },
                run.stop());
    }

    private String newId() {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @PreDestroy
    void close() {
        closing = true;
        underWay.values().forEach(run -> run.stop().stop(StopSignal.Reason.SHUTDOWN));
    }
}
