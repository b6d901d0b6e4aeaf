package spaceslab.run;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import spaceslab.experiment.StopSignal;

/**
 * Regular small jobs over the database: following runs that other processes compute, cancel flags,
 * places in the queue, watches, and deletion of what has become old. A job that fails is tried
 * again at its next turn.
 */
@Component
class RunUpkeep {
    private static final Logger log = LoggerFactory.getLogger(RunUpkeep.class);
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final DurableRuns runs;
    private final RunTable table;
    private final RunQueue queue;
    private final RunLimits limits;
    private final RunMetrics metrics;
    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(
                    2,
                    job -> {
                        Thread thread = new Thread(job, "run-upkeep");
                        thread.setDaemon(true);
                        return thread;
                    });

    RunUpkeep(
            DurableRuns runs,
            RunTable table,
            RunQueue queue,
            RunLimits limits,
            RunMetrics metrics,
            Storage storage) {
        this.runs = runs;
        this.table = table;
        this.queue = queue;
        this.limits = limits;
        this.metrics = metrics;
        storage.whenReady(this::start);
    }

    private void start() {
        every(100, this::follow);
        every(100, this::stopCancelled);
        every(400, this::places);
        every(4_000, this::renewWatches);
        every(5_000, this::endAbandoned);
        every(600_000, this::forgetOld);
    }

    private void every(long millis, Runnable job) {
        boolean[] told = new boolean[1];
        threads.scheduleWithFixedDelay(
                () -> {
                    try {
                        job.run();
                        told[0] = false;
                    } catch (RuntimeException failed) {
                        if (!told[0]) {
                            log.warn("upkeep is tried again: {}", failed.getMessage());
                            told[0] = true;
                        }
                    }
                },
                millis,
                millis,
                TimeUnit.MILLISECONDS);
    }

    private void follow() {
        for (Run run : runs.handles()) {
            if (!run.computedHere()) {
                try {
                    runs.follow(run);
                } catch (IllegalArgumentException corrupt) {
                    runs.unreadable(run, corrupt);
                }
            }
        }
    }

    private void stopCancelled() {
        for (Run run : runs.handles()) {
            if (run.computedHere()) {
                List<String> cancelled = table.cancelled(runs.process());
                for (Run other : runs.handles()) {
                    if (cancelled.contains(other.id())) {
                        other.stop().stop(StopSignal.Reason.VISITOR);
                    }
                }
                return;
            }
        }
    }

    private void places() {
        List<RunRow> order = table.queue();
        metrics.queueLength(order.stream().filter(r -> r.state().equals(RunRow.WAITING)).count());
        runs.place(order);
    }

    private void renewWatches() {
        Instant until = Instant.now().plusSeconds(DurableRuns.WATCH_SECONDS);
        for (Run run : runs.handles()) {
            if (run.held()) {
                table.watches().watch(run.id(), runs.process(), until);
            }
        }
    }

    /**
     * Also puts back into the queue what is unfinished by its row but, after a crash, by no task.
     */
    private void endAbandoned() {
        Instant now = Instant.now();
        table.watches()
                .abandoned(
                        now.minus(GRACE), now.minus(GRACE).plusSeconds(DurableRuns.WATCH_SECONDS))
                .forEach(row -> runs.cancel(row.id(), StopSignal.Reason.VISITOR));
        table.queue().forEach(row -> queue.put(row.id(), row.rankOfVisitor()));
    }

    private void forgetOld() {
        int old = table.deleteUnusedSince(Instant.now().minus(Duration.ofDays(limits.keepDays())));
        int beyond = table.deleteBeyond(limits.storedBytes());
        if (old + beyond > 0) {
            log.info("{} old runs deleted, {} for space", old, beyond);
        }
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }
}
