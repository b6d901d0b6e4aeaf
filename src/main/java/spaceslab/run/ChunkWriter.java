package spaceslab.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import spaceslab.experiment.Outcome;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.StopSignal;

/**
 * Stores the events of a run that is computed here, in chunks, on a thread of its own, so that the
 * experiment never waits for the database. What cannot be stored now is kept and tried again; the
 * outcome is only announced once it is stored.
 */
final class ChunkWriter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ChunkWriter.class);
    private static final long INTERVAL_MILLIS = 100;

    /** How long the outcome is tried to be stored before the run counts as failed. */
    private static final long PATIENCE_MILLIS = 30_000;

    private final Run run;
    private final RunStop stop;
    private final int attempt;
    private final RunTable table;
    private final Thread thread;
    private long stored;
    private volatile boolean closing;
    private volatile boolean lost;

    ChunkWriter(Run run, int attempt, RunTable table, long alreadyStored) {
        this.run = run;
        this.stop = run.stop();
        this.attempt = attempt;
        this.table = table;
        this.stored = alreadyStored;
        this.thread = Thread.ofVirtual().name("chunks-" + run.id()).start(this::writeAll);
    }

    /** Whether another process has taken the run over. */
    boolean lost() {
        return lost;
    }

    private void writeAll() {
        boolean told = false;
        while (!closing && !lost) {
            try {
                write();
                told = false;
            } catch (DataAccessException | TransactionException unreachable) {
                if (!told) {
                    log.warn(
                            "run {}: events wait for the database: {}",
                            run.id(),
                            unreachable.getMessage());
                    told = true;
                }
            }
            pause();
        }
    }

    /**
     * Until the next turn, or the close; never by an interrupt, which H2 answers by closing its
     * file.
     */
    private synchronized void pause() {
        try {
            if (!closing) {
                wait(INTERVAL_MILLIS);
            }
        } catch (InterruptedException end) {
            closing = true;
        }
    }

    private void write() {
        List<EventLog.Entry> fresh = newest(run.log().since(stored));
        if (fresh.isEmpty()) {
            return;
        }
        if (!table.append(run.id(), attempt, fresh)) {
            lost = true;
            stop.stop(StopSignal.Reason.SUPERSEDED);
            return;
        }
        stored = fresh.getLast().sequence();
    }

    /**
     * Leaves out progress between a phase's first and last in the same chunk; the first stays
     * because it gives the phases their order.
     */
    static List<EventLog.Entry> newest(List<EventLog.Entry> entries) {
        Map<String, Long> last = new HashMap<>();
        for (EventLog.Entry entry : entries) {
            if (entry.event() instanceof RunEvent.Progress p) {
                last.put(p.phase(), entry.sequence());
            }
        }
        Set<String> begun = new HashSet<>();
        return entries.stream()
                .filter(entry ->
                        !(entry.event() instanceof RunEvent.Progress p)
                                || begun.add(p.phase())
                                || entry.sequence() == last.getOrDefault(p.phase(), 0L))
                .toList();
    }

    /** Stops the thread; nothing is written afterwards but by {@link #finish}. */
    @Override
    public void close() throws InterruptedException {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        thread.join();
    }

    /**
     * Stores what is left and the outcome, then ends the run for its watchers; a run whose outcome
     * cannot be stored is never announced as finished: its watchers are told of a failure, and the
     * exception puts it back into the queue. False where another process took it over.
     */
    boolean finish(Outcome outcome, double elapsedMillis, String problemId)
            throws InterruptedException {
        close();
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!lost) {
            List<EventLog.Entry> rest = new ArrayList<>(newest(run.log().since(stored)));
            rest.add(new EventLog.Entry(run.log().last() + 1, new RunEvent.Ended(outcome)));
            try {
                if (!table.finish(run.id(), attempt, rest, outcome.kind(), elapsedMillis)) {
                    return false;
                }
                run.ended(elapsedMillis);
                run.log().append(new RunEvent.Ended(outcome));
                return true;
            } catch (DataAccessException | TransactionException unreachable) {
                if (System.nanoTime() > deadline) {
                    log.error(
                            "Run {} could not be stored, problem {}",
                            run.id(),
                            problemId,
                            unreachable);
                    run.ended(elapsedMillis);
                    run.log().append(new RunEvent.Ended(new Outcome.Failed(problemId)));
                    throw unreachable;
                }
                Thread.sleep(500);
            }
        }
        return false;
    }
}
