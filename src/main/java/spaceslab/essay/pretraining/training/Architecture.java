package spaceslab.essay.pretraining.training;

import java.util.Optional;
import spaceslab.learning.RecurrenceStart;

/** What mixes the positions of a sequence in every block. */
public enum Architecture {
    /** Attention in four heads. */
    TRANSFORMER(Optional.empty()),
    /** Attention over damped moving averages of its input, as in MEGA but without its gates. */
    AVERAGED(Optional.of(RecurrenceStart.AVERAGES)),
    /** A diagonal linear recurrence that begins as S4D-Lin. */
    S4D_LIN(Optional.of(RecurrenceStart.S4D_LIN)),
    /** A diagonal linear recurrence that begins as S4D-Inv. */
    S4D_INV(Optional.of(RecurrenceStart.S4D_INV)),
    /** A diagonal linear recurrence that begins at random (DLR). */
    DLR(Optional.of(RecurrenceStart.RANDOM));

    private final Optional<RecurrenceStart> start;

    Architecture(Optional<RecurrenceStart> start) {
        this.start = start;
    }

    /** How its recurrence begins, where it has one. */
    Optional<RecurrenceStart> start() {
        return start;
    }

    /** Whether positions are told, since attention by itself does not see them. */
    public boolean attends() {
        return this == TRANSFORMER || this == AVERAGED;
    }
}
