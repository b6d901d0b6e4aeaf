package spaceslab.run;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import spaceslab.experiment.Outcome;
import spaceslab.experiment.RunEvent;
import tools.jackson.databind.JsonNode;

/**
 * Reads a finished run's JSON back into the events that give it. What the JSON does not tell apart
 * stays so: a whole number is an integer, whether or not it was one; digits beyond 2^53 are a large
 * integer.
 */
final class ResultEvents {
    private ResultEvents() {}

    /** One event for each result, and the end. */
    static List<RunEvent> of(JsonNode json) {
        List<RunEvent> events = new ArrayList<>();
        json.path("progress")
                .properties()
                .forEach(p ->
                        events.add(
                                new RunEvent.Progress(
                                        p.getKey(),
                                        p.getValue().path("done").asDouble(),
                                        p.getValue().path("total").asDouble())));
        json.path("values")
                .properties()
                .forEach(v ->
                        events.add(
                                new RunEvent.Value(v.getKey(), cell(v.getValue().get("value")))));
        json.path("series").properties().forEach(s -> events.add(points(s.getKey(), s.getValue())));
        json.path("tables")
                .properties()
                .forEach(t ->
                        t.getValue()
                                .path("rows")
                                .forEach(row ->
                                        events.add(new RunEvent.Row(t.getKey(), cells(row)))));
        json.path("grids").properties().forEach(g -> events.add(grid(g.getKey(), g.getValue())));
        json.path("images").properties().forEach(i -> events.add(images(i.getKey(), i.getValue())));
        json.path("notes")
                .forEach(n ->
                        events.add(
                                new RunEvent.Note(
                                        n.path("key").asString(), cells(n.path("arguments")))));
        events.add(new RunEvent.Ended(new Outcome.Finished()));
        return events;
    }

    private static RunEvent points(String name, JsonNode series) {
        return new RunEvent.Points(
                name,
                EventCodec.reals(series.path("x")),
                EventCodec.reals(series.path("y")),
                EventCodec.reals(series.path("lower")),
                EventCodec.reals(series.path("upper")));
    }

    private static RunEvent grid(String name, JsonNode grid) {
        return new RunEvent.Grid(
                name,
                grid.path("rows").asInt(),
                grid.path("columns").asInt(),
                EventCodec.reals(grid.path("values")),
                strings(grid.path("xLabels")),
                strings(grid.path("yLabels")));
    }

    private static RunEvent images(String name, JsonNode images) {
        return new RunEvent.Images(
                name,
                images.path("width").asInt(),
                images.path("height").asInt(),
                images.path("channels").asInt(),
                images.path("count").asInt(),
                Base64.getDecoder().decode(images.path("data").asString("")));
    }

    private static List<Object> cells(JsonNode json) {
        List<Object> cells = new ArrayList<>();
        json.forEach(node -> cells.add(cell(node)));
        return cells;
    }

    private static Object cell(JsonNode node) {
        if (node.isString()) {
            return text(node.asString());
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (node.isInt()) {
            return node.asInt();
        }
        return node.isIntegralNumber() ? (Object) node.asLong() : (Object) node.asDouble();
    }

    private static Object text(String text) {
        if (text.matches("-?\\d{16,}")) {
            return new BigInteger(text);
        }
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> text;
        };
    }

    private static List<String> strings(JsonNode json) {
        List<String> strings = new ArrayList<>();
        json.forEach(node -> strings.add(node.asString()));
        return strings;
    }
}
