package spaceslab.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A run's result with its parameters, read by declared names; an unknown one fails with the names
 * there are, one that was not emitted says so.
 *
 * @param schema what the experiment declares
 * @param parameters the canonical text of every parameter
 * @param result what the run returned
 */
public record NamedResult(ResultSchema schema, Map<String, String> parameters, RunResult result) {

    /** A finished run of {@code experiment}. */
    public static <P extends Record> NamedResult of(
            Experiment<P> experiment, P parameters, RunResult result) {
        return new NamedResult(
                experiment.results(),
                ParameterSchema.of(experiment.parameters()).canonical(parameters),
                result);
    }

    /** A value that must be there. */
    public Object value(String name) {
        declared("value", name, schema.values());
        return result.value(name);
    }

    /** A numeric value as a double. */
    public double number(String name) {
        declared("value", name, schema.values());
        return result.number(name);
    }

    /** Whether a declared value was emitted. */
    public boolean has(String value) {
        declared("value", value, schema.values());
        return result.values().containsKey(value);
    }

    /** A series that must be there. */
    public RunResult.Series series(String name) {
        declared("series", name, schema.series());
        return result.series(name);
    }

    /** The y of the series' only point at {@code x} (up to 1e-9, relatively). */
    public double at(String series, double x) {
        RunResult.Series points = series(series);
        for (int i = 0; i < points.x().length; i++) {
            if (Math.abs(points.x()[i] - x) <= 1e-9 * Math.max(1, Math.abs(x))) {
                return points.y()[i];
            }
        }
        throw new IllegalArgumentException(
                "no point of " + series + " at " + x + " among " + Arrays.toString(points.x()));
    }

    /** A grid that must be there. */
    public RunEvent.Grid grid(String name) {
        declared("grid", name, schema.grids());
        RunEvent.Grid grid = result.grids().get(name);
        if (grid == null) {
            throw new IllegalArgumentException("no grid " + name + " was emitted");
        }
        return grid;
    }

    /** A table; without rows if none was emitted. */
    public ResultTable table(String name) {
        ResultSchema.Table table =
                schema.table(name)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "no table " + name + " among " + schema.tables()));
        List<String> columns = table.columns().stream().map(ResultSchema.Item::name).toList();
        return new ResultTable(name, columns, result.table(name));
    }

    /** The canonical text of a parameter. */
    public String parameter(String name) {
        String text = parameters.get(name);
        if (text == null) {
            throw new IllegalArgumentException(
                    "no parameter " + name + " among " + parameters.keySet());
        }
        return text;
    }

    private static void declared(String what, String name, List<ResultSchema.Item> items) {
        String base = ResultSchema.base(name);
        if (items.stream().noneMatch(item -> item.name().equals(base))) {
            throw new IllegalArgumentException(
                    "no "
                            + what
                            + " "
                            + name
                            + " among "
                            + items.stream().map(ResultSchema.Item::name).toList());
        }
    }
}
