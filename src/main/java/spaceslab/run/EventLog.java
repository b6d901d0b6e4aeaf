package spaceslab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.RunResult;

/**
 * Everything a run has emitted, in order, numbered from 1. Watchers are only woken; each reads what
 * it has not seen yet when it is ready, so one that sleeps costs nothing and blocks nobody. When a
 * run starts anew ({@link RunEvent.Restarted}) the numbers go on and what came before is dropped.
 */
public final class EventLog {
    /** An event with its number. */
    public record Entry(long sequence, RunEvent event) {}

    /** A result and the number of the last event in it. */
    public record Snapshot(RunResult result, long last) {}

    /** Ends a watcher's wake-ups. */
    @FunctionalInterface
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    private final List<Entry> entries = new ArrayList<>();
    private final ResultRecorder recorder = new ResultRecorder();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private long last;
    private long bytes;
    private boolean ended;

    /**
     * Appends an event under the next number and wakes the watchers; nothing is taken after the
     * end.
     */
    public void append(RunEvent event) {
        synchronized (this) {
            take(last + 1, event);
        }
        wake();
    }

    /**
     * Appends an event of a computation unless another attempt has begun meanwhile; false where it
     * has.
     */
    boolean append(RunEvent event, BooleanSupplier stillMine) {
        synchronized (this) {
            if (!stillMine.getAsBoolean()) {
                return false;
            }
            take(last + 1, event);
        }
        wake();
        return true;
    }

    /** Appends events that were numbered elsewhere; those already here are passed over. */
    void appendAll(List<Entry> numbered) {
        synchronized (this) {
            for (Entry entry : numbered) {
                if (entry.sequence() > last) {
                    take(entry.sequence(), entry.event());
                }
            }
        }
        wake();
    }

    /**
     * Begins anew: the next number is beyond {@code lastStored} and beyond all that was seen here.
     */
    synchronized void restart(int attempt, long lastStored) {
        last = Math.max(last, lastStored);
        take(last + 1, new RunEvent.Restarted(attempt));
    }

    private void take(long sequence, RunEvent event) {
        if (ended) {
            return;
        }
        if (event instanceof RunEvent.Restarted) {
            entries.clear();
            bytes = 0;
        }
        last = sequence;
        entries.add(new Entry(sequence, event));
        recorder.emit(event);
        bytes += size(event);
        if (event instanceof RunEvent.Ended) {
            ended = true;
            notifyAll();
        }
    }

    /** Calls the watchers, for news that is not an event (a place in the queue). */
    void wake() {
        watchers.forEach(Runnable::run);
    }

    /** The events after number {@code sequence}. */
    public synchronized List<Entry> since(long sequence) {
        if (entries.isEmpty() || sequence >= last) {
            return List.of();
        }
        int from = 0;
        int to = entries.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (entries.get(middle).sequence() <= sequence) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return List.copyOf(entries.subList(from, entries.size()));
    }

    /** The number of the last event, 0 before the first. */
    public synchronized long last() {
        return last;
    }

    /** All events folded into one result. */
    public RunResult result() {
        return recorder.result();
    }

    /** The result so far together with the number from which {@link #since} continues. */
    public synchronized Snapshot snapshot() {
        return new Snapshot(recorder.result(), last);
    }

    /** Whether the last event has come. */
    public synchronized boolean ended() {
        return ended;
    }

    /** Approximate memory of the events. */
    public synchronized long bytes() {
        return bytes;
    }

    /** Waits for the end; false when {@code millis} pass first. */
    public synchronized boolean awaitEnd(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        while (!ended) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** Calls {@code then} once, at the end, on the thread that ends it or at once on this one. */
    void whenEnded(Runnable then) {
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        Watch watch =
                watch(() -> {
                    if (ended()) {
                        end.complete(true);
                    }
                });
        if (ended()) {
            end.complete(true);
        }
        end.thenRun(() -> {
            watch.close();
            then.run();
        });
    }

    /** Completes with true at the end, with false when {@code millis} pass first; blocks nobody. */
    public CompletableFuture<Boolean> endWithin(long millis) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Watch watch =
                watch(() -> {
                    if (ended()) {
                        answer.complete(true);
                    }
                });
        if (ended()) {
            answer.complete(true);
        }
        answer.whenComplete((end, failed) -> watch.close());
        return answer.completeOnTimeout(false, millis, TimeUnit.MILLISECONDS);
    }

    /**
     * Calls {@code wake} after each new event, on the thread that emits: it must only schedule.
     * Read {@link #since} once after registering, for what came before.
     */
    public Watch watch(Runnable wake) {
        watchers.add(wake);
        return () -> watchers.remove(wake);
    }

    /** How many events of this attempt there are. */
    synchronized int count() {
        return entries.size();
    }

    /** Approximate memory of an event. */
    static long size(RunEvent event) {
        return 64
                + switch (event) {
                    case RunEvent.Points p -> 8L * (p.x().length * 2 + p.lower().length * 2);
                    case RunEvent.Grid g -> 8L * g.values().length;
                    case RunEvent.Images i -> i.data().length;
                    case RunEvent.Row r -> 32L * r.cells().size();
                    case RunEvent.Value v -> 64;
                    case RunEvent.Note n -> 128;
                    case RunEvent.Progress p -> 0;
                    case RunEvent.Restarted r -> 0;
                    case RunEvent.Ended e -> 0;
                };
    }
}
