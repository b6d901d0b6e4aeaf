package spaceslab.run;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import spaceslab.experiment.StopSignal;

/** The stop signal of one run: fires once for the first reason, or when its time is used up. */
final class RunStop implements StopSignal {
    private final AtomicReference<@Nullable Reason> reason = new AtomicReference<>();
    private volatile long deadlineNanos;
    private volatile boolean timed;

    /** Starts the clock of the budget. */
    void expireAfter(double seconds) {
        deadlineNanos = System.nanoTime() + (long) (seconds * 1e9);
        timed = true;
    }

    void stop(Reason why) {
        reason.compareAndSet(null, why);
    }

    @Override
    public Optional<Reason> reason() {
        if (timed && reason.get() == null && System.nanoTime() - deadlineNanos > 0) {
            stop(Reason.BUDGET);
        }
        return Optional.ofNullable(reason.get());
    }
}
