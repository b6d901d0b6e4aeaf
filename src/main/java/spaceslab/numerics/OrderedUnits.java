package spaceslab.numerics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Spreads units of work over at most {@code parallelism} threads (the caller is one of them) and
 * returns their results in the order of the units, whoever computed them: reductions over the
 * returned list have a fixed order. A unit must depend on its number alone. What a unit throws ends
 * the others at their next unit and is thrown to the caller.
 *
 * @param parallelism threads, at least 1
 */
public record OrderedUnits(int parallelism) {
    public OrderedUnits {
        if (parallelism < 1) {
            throw new IllegalArgumentException(
                    "parallelism (" + parallelism + ") must be at least 1");
        }
    }

    /** One thread for each processor. */
    public static OrderedUnits onAllProcessors() {
        return new OrderedUnits(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Results of the units {@code from} … {@code to − 1}.
     *
     * @param worker makes one worker a thread: a function with buffers of its own
     */
    public <R> List<R> map(int from, int to, Supplier<IntFunction<R>> worker) {
        Object[] results = new Object[Math.max(0, to - from)];
        AtomicInteger next = new AtomicInteger(from);
        Runnable loop =
                () -> {
                    IntFunction<R> work = worker.get();
                    try {
                        for (int u = next.getAndIncrement(); u < to; u = next.getAndIncrement()) {
                            results[u - from] = work.apply(u);
                        }
                    } catch (RuntimeException | Error e) {
                        next.set(to);
                        throw e;
                    }
                };
        List<ForkJoinTask<?>> others = new ArrayList<>();
        for (int i = 1; i < Math.min(parallelism, to - from); i++) {
            others.add(ForkJoinPool.commonPool().submit(loop));
        }
        try {
            loop.run();
        } finally {
            others.forEach(ForkJoinTask::quietlyJoin);
        }
        others.forEach(ForkJoinTask::join);
        return ordered(results);
    }

    @SuppressWarnings("unchecked")
    private static <R> List<R> ordered(Object[] results) {
        List<R> list = new ArrayList<>(results.length);
        for (Object result : results) {
            list.add((R) result);
        }
        return list;
    }
}
