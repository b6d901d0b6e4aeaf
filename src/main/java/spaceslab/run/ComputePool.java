package spaceslab.run;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * The threads that answer live experiments, bounded. Below normal priority, so that pages stay
 * quick while all of them are busy. Queued runs have threads of their own ({@link RunQueue}).
 */
@Component
class ComputePool {
    /**
     * Live runs that may wait; superseded ones leave at once, so a full lane means real overload.
     */
    private static final int WAITING = 256;

    private final ThreadPoolExecutor live;

    ComputePool() {
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        AtomicInteger number = new AtomicInteger();
        live =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(WAITING),
                        task -> {
                            Thread thread =
                                    new Thread(task, "compute-live-" + number.incrementAndGet());
                            thread.setDaemon(true);
                            thread.setPriority(Thread.NORM_PRIORITY - 1);
                            return thread;
                        });
    }

    /** Its queue refuses with RejectedExecutionException when full. */
    ThreadPoolExecutor live() {
        return live;
    }

    @PreDestroy
    void close() {
        live.shutdownNow();
    }
}
