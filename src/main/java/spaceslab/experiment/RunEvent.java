package spaceslab.experiment;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;

/**
 * What leaves a running experiment: data, never chart options. Immutable (arrays are copied in).
 */
public sealed interface RunEvent {

    /** Replaces the last progress of its phase; {@code total} 0 means unknown. */
    record Progress(String phase, double done, double total) implements RunEvent {}

    /** Appends to a series; {@code lower} and {@code upper} are empty or as long as {@code x}. */
    record Points(String series, double[] x, double[] y, double[] lower, double[] upper)
            implements RunEvent {
        public Points {
            if (y.length != x.length
                    || (lower.length != 0 && lower.length != x.length)
                    || upper.length != lower.length) {
                throw new IllegalArgumentException("lengths of series " + series + " differ");
            }
            x = x.clone();
            y = y.clone();
            lower = lower.clone();
            upper = upper.clone();
        }

        public Points(String series, double[] x, double[] y) {
            this(series, x, y, new double[0], new double[0]);
        }
    }

    /**
     * Replaces a grid; {@code values} are row-major; labels are empty or one for each column and
     * row.
     */
    record Grid(
            String name,
            int rows,
            int columns,
            double[] values,
            List<String> xLabels,
            List<String> yLabels)
            implements RunEvent {
        public Grid {
            if ((long) rows * columns != values.length) {
                throw new IllegalArgumentException(
                        "grid "
                                + name
                                + ": "
                                + values.length
                                + " values for "
                                + rows
                                + " x "
                                + columns);
            }
            values = values.clone();
            xLabels = List.copyOf(xLabels);
            yLabels = List.copyOf(yLabels);
        }
    }

    /**
     * Replaces a batch of images; {@code data} is count x height x width x channels, unsigned
     * bytes.
     */
    record Images(String name, int width, int height, int channels, int count, byte[] data)
            implements RunEvent {
        public Images {
            if ((long) width * height * channels * count != data.length) {
                throw new IllegalArgumentException(
                        "images " + name + ": " + data.length + " bytes");
            }
            data = data.clone();
        }
    }

    /** Appends a row to a table. */
    record Row(String table, List<Object> cells) implements RunEvent {
        public Row {
            cells = cellsOf(cells);
        }
    }

    /** Replaces a named value; its unit is declared in the result schema. */
    record Value(String name, Object value) implements RunEvent {
        public Value {
            value = cell(value);
        }
    }

    /** A sentence about this run, worded by whoever shows it. */
    record Note(String key, List<Object> arguments) implements RunEvent {
        public Note {
            arguments = cellsOf(arguments);
        }
    }

    /**
     * The run begins anew after its process died; everything before is void. Emitted by the run
     * service only.
     */
    record Restarted(int attempt) implements RunEvent {}

    /** The one last event of every run. */
    record Ended(Outcome outcome) implements RunEvent {}

    private static List<Object> cellsOf(Collection<?> cells) {
        return cells.stream().map(RunEvent::cell).toList();
    }

    private static Object cell(Object value) {
        return switch (value) {
            case String s -> s;
            case Boolean b -> b;
            case Integer i -> i;
            case Long l -> l;
            case Double d -> d;
            case BigInteger n -> n;
            default ->
                    throw new IllegalArgumentException("not a cell: " + value.getClass().getName());
        };
    }
}
