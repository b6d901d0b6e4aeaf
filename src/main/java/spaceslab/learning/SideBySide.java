package spaceslab.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import spaceslab.experiment.StopSignal;

/**
 * Runs the arms of a comparison at the same time, two at once, each on a thread and in a root scope
 * of its own, so that every arm gives the bytes that it gives alone. The caller must not hold a
 * root scope while it waits.
 */
public final class SideBySide {
    /** One training; opened in a root scope. */
    @FunctionalInterface
    public interface Arm<R> {
        /** Trains and returns what outlives the scope. */
        R train();
    }

    private SideBySide() {}

    /**
     * The arms' results in their order. The first failure is thrown when all arms have ended; the
     * others end at the stop signal or by themselves.
     */
    public static <R> List<R> run(List<Arm<R>> arms, StopSignal stop) {
        ExecutorService threads =
                Executors.newFixedThreadPool(
                        Math.max(1, Math.min(TrainingSlots.COUNT, arms.size())),
                        Thread.ofPlatform()
                                .daemon()
                                .priority(Thread.NORM_PRIORITY - 1)
                                .name("training-", 0)
                                .factory());
        try {
            List<Future<R>> running = new ArrayList<>();
            for (Arm<R> arm : arms) {
                Callable<R> inScope =
                        () -> {
                            try (TensorScope scope = TensorScope.root(stop)) {
                                return arm.train();
                            }
                        };
                running.add(threads.submit(inScope));
            }
            return results(running);
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    /** Waits for all, also after one has failed. */
    private static <R> List<R> results(List<Future<R>> running) {
        List<R> results = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        for (Future<R> future : running) {
            try {
                results.add(result(future));
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        return results;
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new StopSignal.Stopped(StopSignal.Reason.SHUTDOWN);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case null, default -> throw new IllegalStateException(failed.getCause());
            }
        } catch (CancellationException never) {
            throw new IllegalStateException(never);
        }
    }
}
