package spaceslab.run;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import spaceslab.experiment.StopSignal;

/**
 * This process's handle of one computation, from its submission to its last event; the computation
 * itself may be here, on another process, or long over.
 */
public final class Run {
    /** Where a run is in its life. */
    public enum State {
        WAITING,
        RUNNING,
        ENDED
    }

    /**
     * Where a waiting run stands.
     *
     * @param position 1 for the next one
     * @param seconds expected until it starts
     */
    public record Place(int position, double seconds) {}

    private final String id;
    private final String identity;
    private final RunSetup<?> setup;
    private volatile boolean durable;
    private final EventLog log = new EventLog();
    private volatile RunStop stop = new RunStop();
    private final Set<Object> holders = new HashSet<>();
    private volatile Instant submitted = Instant.now();
    private volatile State state = State.WAITING;
    private volatile boolean computedHere;
    private boolean leaving;
    private volatile boolean passedOn;
    private volatile double elapsedMillis;
    private volatile Optional<Shipment> shipment = Optional.empty();
    private volatile Optional<Place> place = Optional.empty();

    Run(String id, String identity, RunSetup<?> setup, boolean durable) {
        this.id = id;
        this.identity = identity;
        this.setup = setup;
        this.durable = durable;
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

    /** Wall time of the computation, 0 until it ends. */
    public double elapsedMillis() {
        return elapsedMillis;
    }

    /** The place in the queue while it waits there. */
    public Optional<Place> place() {
        return state == State.WAITING ? place : Optional.empty();
    }

    /** Where it was computed, if it came with the product. */
    public Optional<Shipment> shipment() {
        return shipment;
    }

    void shipped(Shipment origin) {
        shipment = Optional.of(origin);
        submitted = origin.computed();
    }

    /** Whether the database knows it: it goes through the queue, or did. */
    public boolean durable() {
        return durable;
    }

    RunStop stop() {
        return stop;
    }

    boolean computedHere() {
        return computedHere;
    }

    /**
     * Begins an attempt here. An earlier one that may still compute is told to end; its signal is
     * not ours any more, so it can add nothing.
     */
    synchronized RunStop computeHere() {
        if (computedHere || stop.stopped()) {
            stop.stop(StopSignal.Reason.SUPERSEDED);
            stop = new RunStop();
        }
        computedHere = true;
        return stop;
    }

    /**
     * A live run that has used up its budget is to be computed again through the queue, still in
     * this process's hands; false where nobody waits for it any more.
     */
    synchronized boolean passOn() {
        if (holders.isEmpty() || !stop.reason().equals(Optional.of(StopSignal.Reason.BUDGET))) {
            return false;
        }
        stop = new RunStop();
        computedHere = true;
        durable = true;
        passedOn = true;
        state = State.WAITING;
        return true;
    }

    /** Nothing came of it: the queue does not take it. */
    synchronized void passBack() {
        durable = false;
        passedOn = false;
    }

    /** Whether it began live and was too large for that. */
    public boolean passedOn() {
        return passedOn;
    }

    /** Another process has taken over the attempt of {@code mine}: from now on it is followed. */
    synchronized void computeElsewhere(RunStop mine) {
        if (stop == mine) {
            stop = new RunStop();
            computedHere = false;
        }
    }

    void started() {
        state = State.RUNNING;
    }

    void ended(double millis) {
        elapsedMillis = millis;
        state = State.ENDED;
    }

    void submittedAt(Instant when) {
        submitted = when;
    }

    /** A place never goes back: what was shown once is not taken back by a later estimate. */
    void placed(Place now) {
        Place shown =
                place.map(before ->
                                new Place(
                                        Math.min(before.position(), now.position()),
                                        Math.min(before.seconds(), now.seconds())))
                        .orElse(now);
        if (!Optional.of(shown).equals(place)) {
            place = Optional.of(shown);
            log.wake();
        }
    }

    /** Whoever wants the run computed. False where it was stopped already and cannot be joined. */
    synchronized boolean hold(Object holder) {
        if (stop.stopped() || leaving) {
            return false;
        }
        holders.add(holder);
        return true;
    }

    /** Gives up interest; true when it was the last. */
    synchronized boolean letGo(Object holder) {
        return holders.remove(holder) && holders.isEmpty();
    }

    synchronized boolean held() {
        return !holders.isEmpty();
    }

    /** Nobody can join from now on; false where somebody holds it. */
    synchronized boolean leave() {
        leaving = holders.isEmpty();
        return leaving;
    }

    /** It is not given up after all. */
    synchronized void stay() {
        leaving = false;
    }

    /**
     * Stops a run that only this process knows when nobody is left; false where the database knows
     * it by now.
     */
    synchronized boolean release(Object holder, StopSignal.Reason why) {
        if (!durable && letGo(holder)) {
            stop.stop(why);
        }
        return !durable;
    }
}
