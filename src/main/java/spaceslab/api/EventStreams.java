package spaceslab.api;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import spaceslab.experiment.Language;
import spaceslab.run.EventLog;
import spaceslab.run.Run;
import spaceslab.run.RunJson;

/**
 * Server-sent events of runs; each stream reads its run's log at its own pace from where it was.
 */
@Component
class EventStreams {
    private static final long LONGEST_MILLIS = 10 * 60 * 1000L;

    private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();

    SseEmitter open(Run run, long lastSeen, Language language) {
        SseEmitter client = new SseEmitter(LONGEST_MILLIS);
        // a number that was never sent would make the stream skip events: nothing was seen then
        long from = lastSeen <= run.log().last() ? lastSeen : 0;
        Stream stream = new Stream(run, language, client, new AtomicLong(from));
        EventLog.Watch watch = run.log().watch(stream::wake);
        open.add(client);
        client.onCompletion(() -> {
            watch.close();
            open.remove(client);
        });
        client.onTimeout(client::complete);
        client.onError(gone -> watch.close());
        stream.wake();
        return client;
    }

    /**
     * Ends all streams when the process begins to end, which else would wait for them; the clients
     * come back with the number of the last event that they saw.
     */
    @EventListener(ContextClosedEvent.class)
    void end() {
        open.forEach(SseEmitter::complete);
    }

    @PreDestroy
    void close() {
        writers.shutdownNow();
    }

    /** Writes what is new, one writer at a time; a slow client delays only itself. */
    private final class Stream {
        private final Run run;
        private final Language language;
        private final SseEmitter client;
        private final AtomicLong seen;
        private final AtomicBoolean writing = new AtomicBoolean();

        Stream(Run run, Language language, SseEmitter client, AtomicLong seen) {
            this.run = run;
            this.language = language;
            this.client = client;
            this.seen = seen;
        }

        void wake() {
            if (writing.compareAndSet(false, true)) {
                writers.execute(this::write);
            }
        }

        private void write() {
            try {
                for (EventLog.Entry entry : run.log().since(seen.get())) {
                    var json = RunJson.event(entry, run, false, language);
                    client.send(
                            SseEmitter.event()
                                    .id(Long.toString(entry.sequence()))
                                    .name(json.get("type").asString())
                                    .data(json, MediaType.APPLICATION_JSON));
                    seen.set(entry.sequence());
                }
                if (run.log().ended() && seen.get() >= run.log().last()) {
                    client.complete();
                    return;
                }
            } catch (IOException | IllegalStateException gone) {
                client.completeWithError(gone);
                return;
            }
            writing.set(false);
            if (run.log().last() > seen.get()) {
                wake();
            }
        }
    }
}
