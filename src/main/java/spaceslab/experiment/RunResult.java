package spaceslab.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a run has returned so far, by name, in the order of first appearance. Made by
 * {@link ResultRecorder}; treat as read-only.
 */
public record RunResult(
        Map<String, Object> values,
        Map<String, Series> series,
        Map<String, List<List<Object>>> tables,
        Map<String, RunEvent.Grid> grids,
        Map<String, RunEvent.Images> images,
        List<RunEvent.Note> notes,
        Map<String, RunEvent.Progress> progress,
        Optional<Outcome> outcome) {

    /** A whole series; {@code lower} and {@code upper} are empty where it has no band. */
    public record Series(double[] x, double[] y, double[] lower, double[] upper) {}

    /** A value that must be there. */
    public Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no value " + name + " among " + values.keySet());
        }
        return value;
    }

    /** A numeric value as a double. */
    public double number(String name) {
        return ((Number) value(name)).doubleValue();
    }

    /** A series that must be there. */
    public Series series(String name) {
        Series found = series.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no series " + name + " among " + series.keySet());
        }
        return found;
    }

    /** The rows of a table, none if nothing was returned. */
    public List<List<Object>> table(String name) {
        return tables.getOrDefault(name, List.of());
    }
}
