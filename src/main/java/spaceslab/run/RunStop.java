package spaceslab.run;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import spaceslab.experiment.Budget;
import spaceslab.experiment.StopSignal;

/**
 * The stop signal of one run: fires once for the first reason, or when its processor time is used
 * up, or, lest one that sleeps goes on for ever, after a multiple of it by the clock on the wall.
 */
final class RunStop implements StopSignal {
    /** Wall time that a run may take for each second of processor time that it may use. */
    static final double PATIENCE = 2.5;

    private final AtomicReference<@Nullable Reason> reason = new AtomicReference<>();
    private final ProcessorClock spent;
    private final LongSupplier wall;
    private volatile long budgetNanos;
    private volatile long deadlineNanos;
    private volatile boolean timed;

    RunStop() {
        this(new ProcessorClock(), System::nanoTime);
    }

    /** With other clocks, in ns. */
    RunStop(ProcessorClock spent, LongSupplier wall) {
        this.spent = spent;
        this.wall = wall;
    }

    /** Starts the clocks of the budget; on the thread that will compute. */
    void limit(Budget budget) {
        budgetNanos = (long) (budget.seconds() * 1e9);
        deadlineNanos = wall.getAsLong() + (long) (PATIENCE * budget.seconds() * 1e9);
        timed = true;
        spent.tick();
    }

    void stop(Reason why) {
        reason.compareAndSet(null, why);
    }

    @Override
    public Optional<Reason> reason() {
        if (timed
                && reason.get() == null
                && (spent.tick() > budgetNanos || wall.getAsLong() - deadlineNanos > 0)) {
            stop(Reason.BUDGET);
        }
        return Optional.ofNullable(reason.get());
    }
}
