package spaceslab.run;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The database: its schema is brought up to date in the background and retried until it can be
 * reached, so that the site starts and live experiments answer without it. What needs it waits for
 * {@link #ready()}.
 */
@Component
class Storage {
    private static final Logger log = LoggerFactory.getLogger(Storage.class);
    private static final long RETRY_MILLIS = 2_000;

    private final DataSource source;
    private final List<Runnable> waiting = new CopyOnWriteArrayList<>();
    private volatile boolean ready;
    private volatile boolean closing;

    Storage(DataSource source) {
        this.source = source;
    }

    DataSource source() {
        return source;
    }

    /** Whether the schema is there. */
    boolean ready() {
        return ready;
    }

    /** Calls {@code job} once the schema is there, on the thread that made it. */
    synchronized void whenReady(Runnable job) {
        if (ready) {
            job.run();
        } else {
            waiting.add(job);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void connect() {
        Thread.ofPlatform().daemon().name("storage-connect").start(this::connectUntilReady);
    }

    /** Returns when the schema is there. */
    void connectUntilReady() {
        boolean told = false;
        while (!closing && !ready) {
            try {
                Flyway.configure().dataSource(source).load().migrate();
                synchronized (this) {
                    ready = true;
                }
                waiting.forEach(Storage::begin);
                log.info("The database is ready: queued runs are accepted.");
            } catch (RuntimeException unreachable) {
                if (!told) {
                    log.error(
                            "The database cannot be used; live experiments go on, queued runs are"
                                    + " refused until it can. Trying again every {} s. Cause: {}",
                            RETRY_MILLIS / 1000,
                            unreachable.getMessage());
                    told = true;
                }
                try {
                    Thread.sleep(RETRY_MILLIS);
                } catch (InterruptedException end) {
                    return;
                }
            }
        }
    }

    private static void begin(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException failed) {
            log.error("A part of the run service did not start", failed);
        }
    }

    @PreDestroy
    void close() {
        closing = true;
    }
}
