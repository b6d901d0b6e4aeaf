package spaceslab.run;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * The threads that compute: one lane for live answers, one for queued runs, both bounded. Below
 * normal priority, so that pages stay quick while both lanes are busy.
 */
@Component
class ComputePool {
    /**
     * Live runs that may wait; superseded ones leave at once, so a full lane means real overload.
     */
    private static final int LIVE_WAITING = 256;

    private final ThreadPoolExecutor live;
    private final ThreadPoolExecutor queued;

    ComputePool(RunLimits limits) {
        live = lane("live", Math.max(2, Runtime.getRuntime().availableProcessors()), LIVE_WAITING);
        queued = lane("queued", limits.workers(), limits.queueLength());
    }

    private static ThreadPoolExecutor lane(String name, int threads, int waiting) {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory factory =
                task -> {
                    Thread thread =
                            new Thread(task, "compute-" + name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    thread.setPriority(Thread.NORM_PRIORITY - 1);
                    return thread;
                };
        return new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(waiting), factory);
    }

    /** Lane for runs of this kind; its queue refuses with RejectedExecutionException when full. */
    ThreadPoolExecutor lane(boolean isLive) {
        return isLive ? live : queued;
    }

    @PreDestroy
    void close() {
        live.shutdownNow();
        queued.shutdownNow();
    }
}
