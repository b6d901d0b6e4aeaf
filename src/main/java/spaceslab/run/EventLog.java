package spaceslab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.RunResult;

/**
 * Everything a run has emitted, in order, numbered from 1. Watchers are only woken; each reads what
 * it has not seen yet when it is ready, so one that sleeps costs nothing and blocks nobody.
 */
public final class EventLog {
    /** An event with its number. */
    public record Entry(long sequence, RunEvent event) {}

    /** Ends a watcher's wake-ups. */
    @FunctionalInterface
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    private final List<Entry> entries = new ArrayList<>();
    private final ResultRecorder recorder = new ResultRecorder();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private long bytes;
    private boolean ended;

    /** Appends an event and wakes the watchers; nothing is taken after the end. */
    public void append(RunEvent event) {
        synchronized (this) {
            if (ended) {
                return;
            }
            entries.add(new Entry(entries.size() + 1L, event));
            recorder.emit(event);
            bytes += size(event);
            if (event instanceof RunEvent.Ended) {
                ended = true;
                notifyAll();
            }
        }
        watchers.forEach(Runnable::run);
    }

    /** The events after number {@code sequence}. */
    public synchronized List<Entry> since(long sequence) {
        int from = (int) Math.min(entries.size(), Math.max(0, sequence));
        return List.copyOf(entries.subList(from, entries.size()));
    }

    /** The number of the last event, 0 before the first. */
    public synchronized long last() {
        return entries.size();
    }

    /** All events folded into one result. */
    public RunResult result() {
        return recorder.result();
    }

    /** A result and the number of the last event in it. */
    public record Snapshot(RunResult result, long last) {}

    /** The result so far together with the number from which {@link #since} continues. */
    public synchronized Snapshot snapshot() {
        return new Snapshot(recorder.result(), entries.size());
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

    /**
     * Calls {@code wake} after each new event, on the thread that emits: it must only schedule.
     * Read {@link #since} once after registering, for what came before.
     */
    public Watch watch(Runnable wake) {
        watchers.add(wake);
        return () -> watchers.remove(wake);
    }

    private static long size(RunEvent event) {
        return 64
                + switch (event) {
                    case RunEvent.Points p -> 8L * (p.x().length * 2 + p.lower().length * 2);
                    case RunEvent.Grid g -> 8L * g.values().length;
                    case RunEvent.Images i -> i.data().length;
                    case RunEvent.Row r -> 32L * r.cells().size();
                    case RunEvent.Value v -> 64;
                    case RunEvent.Note n -> 128;
                    case RunEvent.Progress p -> 0;
                    case RunEvent.Ended e -> 0;
                };
    }
}
