package spaceslab.base.ui;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Small timed jobs of open pages; they prepare JSON and hand it to the page's session. */
@Component
class Pulse {
    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(
                    2,
                    task -> {
                        Thread thread = new Thread(task, "page-pulse");
                        thread.setDaemon(true);
                        return thread;
                    });

    /** Runs {@code job} after {@code millis}. */
    void after(long millis, Runnable job) {
        threads.schedule(job, millis, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
