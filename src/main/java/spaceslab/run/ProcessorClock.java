package spaceslab.run;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sums the processor time of all threads that compute for one run. A thread counts from when it
 * first asks; each later call adds what it has computed since, unless it worked for another run in
 * between (the threads of the common pool serve all of them). Waiting, for a processor, a lock or a
 * training slot, costs nothing, so a busy machine takes nothing away from a run.
 *
 * <p>libtorch computes on the thread that calls it ({@code num_threads} is 1), so its time is in
 * the thread's as well.
 */
final class ProcessorClock {
    /** Reading a thread's time is a system call: not more often than this. */
    private static final long INTERVAL_NANOS = 2_000_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ThreadLocal<Mark> MARKS = ThreadLocal.withInitial(Mark::new);

    /** Where a thread was when its time was last read. */
    private static final class Mark {
        private @Nullable ProcessorClock clock;
        private long processor;
        private long wall;
    }

    private final AtomicLong spent = new AtomicLong();
    private final LongSupplier processor;
    private final LongSupplier wall;

    ProcessorClock() {
        this(ProcessorClock::ofThisThread, System::nanoTime);
    }

    /** With other sources of the calling thread's processor time and of wall time, in ns. */
    ProcessorClock(LongSupplier processor, LongSupplier wall) {
        this.processor = processor;
        this.wall = wall;
    }

    /** A virtual thread has no time of its own; none computes, but one may ask. */
    private static long ofThisThread() {
        return Thread.currentThread().isVirtual() ? 0 : THREADS.getCurrentThreadCpuTime();
    }

    /** Adds what the calling thread has computed since its last call; the sum so far, in ns. */
    long tick() {
        long now = wall.getAsLong();
        Mark mark = MARKS.get();
        if (mark.clock != this) {
            mark.clock = this;
            mark.processor = processor.getAsLong();
            mark.wall = now;
        } else if (now - mark.wall >= INTERVAL_NANOS) {
            long before = mark.processor;
            mark.processor = processor.getAsLong();
            mark.wall = now;
            return spent.addAndGet(mark.processor - before);
        }
        return spent.get();
    }
}
