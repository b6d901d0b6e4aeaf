package spaceslab.experiment;

import java.util.Optional;

/** Tells a running experiment to end. Cheap enough to ask in any loop. Thread-safe. */
public interface StopSignal {
    /** Why a run is asked to end. */
    enum Reason {
        VISITOR,
        SUPERSEDED,
        BUDGET,
        SHUTDOWN
    }

    /** The reason once the run should end, empty until then. */
    Optional<Reason> reason();

    /** Whether the run should end now. */
    default boolean stopped() {
        return reason().isPresent();
    }

    /** Throws {@link Stopped} once the run should end. */
    default void check() {
        Optional<Reason> why = reason();
        if (why.isPresent()) {
            throw new Stopped(why.get());
        }
    }

    /** A signal that never fires. */
    static StopSignal never() {
        return Optional::empty;
    }

    /** Unwinds a run that was asked to end; not an error. */
    final class Stopped extends RuntimeException {
        private final Reason reason;

        public Stopped(Reason reason) {
            super("stopped: " + reason, null, false, false);
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }
}
