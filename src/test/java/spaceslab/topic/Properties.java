package spaceslab.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.DoubleStream;
import spaceslab.experiment.RunResult;

/**
 * What holds of an experiment's results whatever its parameters are.
 *
 * @param notFinite names of results (a table's are {@code table.column}) that may be NaN or
 *     infinite, which is then a result
 * @param all what else must hold, given the canonical parameters
 */
record Properties(Set<String> notFinite, List<BiConsumer<Map<String, String>, RunResult>> all) {
    static Properties none() {
        return new Properties(Set.of(), List.of());
    }

    static Properties notFinite(String... names) {
        return new Properties(Set.of(names), List.of());
    }

    Properties and(BiConsumer<Map<String, String>, RunResult> property) {
        List<BiConsumer<Map<String, String>, RunResult>> more = new ArrayList<>(all);
        more.add(property);
        return new Properties(notFinite, List.copyOf(more));
    }

    /** All numbers of the result, under the names of {@link #notFinite}. */
    static Map<String, double[]> numbers(RunResult r, spaceslab.experiment.ResultSchema schema) {
        Map<String, double[]> numbers = new java.util.LinkedHashMap<>();
        r.values().forEach((name, value) -> put(numbers, base(name), List.of(value)));
        r.series()
                .forEach((name, s) -> {
                    add(numbers, base(name), s.x());
                    add(numbers, base(name), s.y());
                    add(numbers, base(name), s.lower());
                    add(numbers, base(name), s.upper());
                });
        r.grids().forEach((name, g) -> add(numbers, base(name), g.values()));
        r.tables()
                .forEach((name, rows) -> {
                    var columns = schema.table(name).orElseThrow().columns();
                    for (List<Object> row : rows) {
                        for (int k = 0; k < row.size(); k++) {
                            put(
                                    numbers,
                                    base(name) + "." + columns.get(k).name(),
                                    List.of(row.get(k)));
                        }
                    }
                });
        return numbers;
    }

    private static String base(String name) {
        return spaceslab.experiment.ResultSchema.base(name);
    }

    private static void put(Map<String, double[]> into, String name, List<Object> cells) {
        add(
                into,
                name,
                cells.stream()
                        .filter(Number.class::isInstance)
                        .mapToDouble(cell -> ((Number) cell).doubleValue())
                        .toArray());
    }

    private static void add(Map<String, double[]> into, String name, double[] more) {
        into.merge(
                name,
                more.clone(),
                (a, b) -> DoubleStream.concat(DoubleStream.of(a), DoubleStream.of(b)).toArray());
    }
}
