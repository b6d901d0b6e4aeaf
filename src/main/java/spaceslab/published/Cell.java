package spaceslab.published;

import java.math.BigDecimal;
import java.util.Optional;

/** One cell of a published table. */
public sealed interface Cell {
    /**
     * A number as printed by its source.
     *
     * @param value with the source's digits
     * @param spread what the source prints after ±
     * @param mark how it came to us
     */
    record Figure(BigDecimal value, Optional<BigDecimal> spread, Mark mark) implements Cell {}

    /** A row's name, or what a source prints instead of a number. */
    record Words(String text) implements Cell {}

    /** The source gives nothing here. */
    record Missing() implements Cell {}
}
