package spaceslab.run;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * The queue of all processes on db-scheduler: one task per waiting run, picked by priority (the
 * fewer runs a visitor has unfinished, the higher) and then by age. A process that dies stops its
 * heartbeat, and its tasks are picked by another.
 */
@Component
class RunQueue {
    /** Dead after four missed heartbeats, noticed within two more: well under 15 s. */
    private static final Duration HEARTBEAT = Duration.ofMillis(1_500);

    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration POLLING = Duration.ofMillis(100);
    private static final Duration RETRY = Duration.ofMillis(300);
    private static final String TASK = "compute";
    private static final int LOWEST = 30_000;

    /** Lets a fairer run go first; the task comes again in a moment. */
    static final class StepsAside extends RuntimeException {
        private static final long serialVersionUID = 1;

        StepsAside(String id) {
            super("run " + id + " lets a fairer one go first", null, false, false);
        }
    }

    private final Storage storage;
    private final RunLimits limits;
    private @Nullable Scheduler scheduler;
    private @Nullable SchedulerClient client;

    RunQueue(Storage storage, RunLimits limits) {
        this.storage = storage;
        this.limits = limits;
    }

    /** Starts taking runs, where this process computes any; called once the schema is there. */
    synchronized void start(String process, Consumer<String> compute) {
        OneTimeTask<Void> task =
                Tasks.oneTime(TASK)
                        .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                        .execute((instance, context) -> compute.accept(instance.getId()));
        client = SchedulerClient.Builder.create(storage.source(), task).enablePriority().build();
        if (limits.role() == RunLimits.Role.WEB) {
            return;
        }
        ExecutorService threads =
                Executors.newFixedThreadPool(
                        limits.workers(),
                        job -> {
                            Thread thread = new Thread(job, "compute-queued");
                            thread.setDaemon(true);
                            thread.setPriority(Thread.NORM_PRIORITY - 1);
                            return thread;
                        });
        Scheduler made =
                Scheduler.create(storage.source(), task)
                        .schedulerName(new SchedulerName.Fixed(process))
                        .threads(limits.workers())
                        .executorService(threads)
                        // fetch no more than is computed at once, so that the order stays fair
                        .pollUsingFetchAndLockOnExecute(0.5, 1)
                        .pollingInterval(POLLING)
                        .heartbeatInterval(HEARTBEAT)
                        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                        .shutdownMaxWait(Duration.ofSeconds(12))
                        .enablePriority()
                        .failureLogging(LogLevel.DEBUG, false)
                        .build();
        made.start();
        scheduler = made;
    }

    /** Puts a run into the queue, unless it is there already. */
    void put(String runId, int rankOfVisitor) {
        TaskInstance<Void> task =
                new TaskInstance.Builder<Void>(TASK, runId)
                        .priority(-Math.min(rankOfVisitor, LOWEST))
                        .build();
        try {
            client().ifPresent(c -> c.scheduleIfNotExists(task, Instant.now()));
        } catch (SQLRuntimeException unreachable) {
            throw new DataAccessResourceFailureException("the queue", unreachable);
        }
    }

    private synchronized Optional<SchedulerClient> client() {
        return Optional.ofNullable(client);
    }

    @PreDestroy
    synchronized void close() {
        if (scheduler != null) {
            scheduler.stop();
        }
    }
}
