package spaceslab.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    private final int attempt;
    private final RunTable table;
    private final Thread thread;
    private long stored;
    private volatile boolean closing;
    private volatile boolean lost;

    ChunkWriter(Run run, int attempt, RunTable table, long alreadyStored) {
        this.run = run;
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
            run.stop().stop(StopSignal.Reason.SUPERSEDED);
            return;
        }
        stored = fresh.getLast().sequence();
    }

    /** Leaves out progress that a later one in the same chunk replaces. */
    private static List<EventLog.Entry> newest(List<EventLog.Entry> entries) {
        List<EventLog.Entry> kept = new ArrayList<>();
        Set<String> phases = new HashSet<>();
        for (EventLog.Entry entry : entries.reversed()) {
            if (!(entry.event() instanceof RunEvent.Progress p) || phases.add(p.phase())) {
                kept.add(entry);
            }
        }
        return kept.reversed();
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
     * cannot be stored is never announced as finished. False where another process took it over.
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
                    return true;
                }
                Thread.sleep(500);
            }
        }
        return false;
    }
}
