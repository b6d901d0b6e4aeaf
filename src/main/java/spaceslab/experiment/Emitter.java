package spaceslab.experiment;

import java.util.Arrays;
import java.util.List;

/**
 * Takes what an experiment finds. Thread-safe; never blocks the experiment on a watcher. Every name
 * must be declared in the experiment's {@link ResultSchema}; a name may carry a qualifier after a
 * dot ({@code error.newton}).
 */
@FunctionalInterface
public interface Emitter {
    /** Takes one event. */
    void emit(RunEvent event);

    /**
     * {@code done} of {@code total} units of the phase (a text key {@code <topic>.phase.<phase>}).
     */
    default void progress(String phase, double done, double total) {
        emit(new RunEvent.Progress(phase, done, total));
    }

    /** Appends points to a series. */
    default void points(String series, double[] x, double[] y) {
        emit(new RunEvent.Points(series, x, y));
    }

    /** Appends one point to a series. */
    default void point(String series, double x, double y) {
        points(series, new double[] {x}, new double[] {y});
    }

    /** Appends points with a band from {@code lower} to {@code upper}. */
    default void band(String series, double[] x, double[] y, double[] lower, double[] upper) {
        emit(new RunEvent.Points(series, x, y, lower, upper));
    }

    /** Replaces a grid of numbers (heat map), row-major. */
    default void grid(String name, int rows, int columns, double[] values) {
        emit(new RunEvent.Grid(name, rows, columns, values, List.of(), List.of()));
    }

    /** Appends a row to a table; cells are String, Boolean, Integer, Long, Double or BigInteger. */
    default void row(String table, Object... cells) {
        emit(new RunEvent.Row(table, Arrays.asList(cells)));
    }

    /** Replaces a named value: String, Boolean, Integer, Long, Double or BigInteger. */
    default void value(String name, Object value) {
        emit(new RunEvent.Value(name, value));
    }

    /** A sentence about this run: key {@code <topic>.note.<key>} with its arguments. */
    default void note(String key, Object... arguments) {
        emit(new RunEvent.Note(key, Arrays.asList(arguments)));
    }
}
