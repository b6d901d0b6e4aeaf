package spaceslab.run;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import spaceslab.experiment.StopSignal;

/** One computation, from its submission to its last event. */
public final class Run {
    /** Where a run is in its life. */
    public enum State {
        WAITING,
        RUNNING,
        ENDED
    }

    private final String id;
    private final String identity;
    private final RunSetup<?> setup;
    private final EventLog log = new EventLog();
    private final RunStop stop = new RunStop();
    private final Instant submitted = Instant.now();
    private final Set<Object> holders = new HashSet<>();
    private volatile State state = State.WAITING;
    private volatile double elapsedMillis;

    Run(String id, String identity, RunSetup<?> setup) {
        this.id = id;
        this.identity = identity;
        this.setup = setup;
    }

    /** Random and unguessable. */
    public String id() {
        return id;
    }

    /** The hash of what is computed. */
    public String identity() {
        return identity;
    }

    public RunSetup<?> setup() {
        return setup;
    }

    public EventLog log() {
        return log;
    }

    public Instant submitted() {
        return submitted;
    }

    public State state() {
        return state;
    }

    /** Wall time on the compute pool, 0 until it ends. */
    public double elapsedMillis() {
        return elapsedMillis;
    }

    RunStop stop() {
        return stop;
    }

    void started() {
        state = State.RUNNING;
    }

    void ended(double millis) {
        elapsedMillis = millis;
        state = State.ENDED;
    }

    /**
     * Whoever wants the run computed; it is stopped when nobody is left. False where it was stopped
     * already and cannot be joined.
     */
    synchronized boolean hold(Object holder) {
        if (stop.stopped()) {
            return false;
        }
        holders.add(holder);
        return true;
    }

    /** Gives up interest; stops the run for {@code why} when it was the last. */
    synchronized void release(Object holder, StopSignal.Reason why) {
        if (holders.remove(holder) && holders.isEmpty()) {
            stop.stop(why);
        }
    }
}
