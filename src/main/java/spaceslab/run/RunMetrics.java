package spaceslab.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import spaceslab.experiment.Outcome;

/** What operators watch: queue length and wait, run times by experiment, pool use, cache hits. */
@Component
class RunMetrics {
    private final MeterRegistry registry;
    private final AtomicLong queueLength = new AtomicLong();
    private final Counter cacheHits;
    private final Counter events;
    private final Timer wait;

    RunMetrics(MeterRegistry registry, ComputePool pool) {
        this.registry = registry;
        Gauge.builder("spaceslab.queue.length", queueLength, AtomicLong::get).register(registry);
        Gauge.builder("spaceslab.pool.live.active", pool.live(), p -> p.getActiveCount())
                .register(registry);
        Gauge.builder("spaceslab.pool.live.waiting", pool.live(), p -> p.getQueue().size())
                .register(registry);
        cacheHits = registry.counter("spaceslab.cache.hits");
        events = registry.counter("spaceslab.events");
        wait = Timer.builder("spaceslab.queue.wait").register(registry);
    }

    void queueLength(long waiting) {
        queueLength.set(waiting);
    }

    void cacheHit() {
        cacheHits.increment();
    }

    void waited(Instant submitted) {
        wait.record(Duration.between(submitted, Instant.now()));
    }

    void computed(Run run, Outcome outcome, double millis) {
        events.increment(run.log().count());
        Timer.builder("spaceslab.run")
                .tag("topic", run.setup().topic().id())
                .tag("experiment", run.setup().experiment().id())
                .tag("outcome", outcome.kind())
                .register(registry)
                .record(Duration.ofNanos((long) (millis * 1e6)));
    }
}
