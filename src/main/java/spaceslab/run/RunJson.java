package spaceslab.run;

import java.math.BigInteger;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import spaceslab.experiment.Bitmap;
import spaceslab.experiment.Language;
import spaceslab.experiment.Outcome;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.PlanePoint;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs and events as JSON, for page, API and storage alike: integers beyond 2^53 and non-finite
 * numbers are strings.
 */
public final class RunJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final BigInteger EXACT = BigInteger.TWO.pow(53);

    private RunJson() {}

    /**
     * A whole run as found so far: first whether it is whole, then what it is, then what it found;
     * notes are worded in {@code language}.
     */
    public static ObjectNode run(Run run, boolean cached, Language language) {
        RunSetup<?> setup = run.setup();
        EventLog.Snapshot snapshot = run.log().snapshot();
        RunResult result = snapshot.result();
        ObjectNode json = JSON.objectNode();
        RunStanding standing = RunStanding.of(run, result, language);
        json.put("outcome", standing.outcome()).put("partial", standing.partial());
        json.put("explanation", standing.explanation());
        result.outcome().ifPresent(outcome -> problem(json, outcome));
        json.put("id", run.id());
        json.put("identity", run.identity());
        json.put("topic", setup.topic().id());
        json.put("experiment", setup.experiment().id());
        json.put("schemaVersion", setup.experiment().schemaVersion());
        json.put("engineVersion", RunSetup.ENGINE_VERSION);
        json.set("parameters", parameters(setup));
        fill(json, result, setup, language);
        json.put("elapsedMillis", run.elapsedMillis());
        json.put("cached", cached);
        run.shipment()
                .ifPresent(origin ->
                        json.putObject("shipped")
                                .put("computed", origin.computed().toString())
                                .put("machine", origin.machine()));
        json.put("seq", snapshot.last());
        return json;
    }

    private static void fill(
            ObjectNode json, RunResult result, RunSetup<?> setup, Language language) {
        ResultSchema schema = setup.experiment().results();
        ObjectNode values = json.putObject("values");
        result.values().forEach((name, value) -> values.set(name, value(name, value, schema)));
        ObjectNode series = json.putObject("series");
        result.series()
                .forEach((name, s) ->
                        xy(series.putObject(name), s.x(), s.y(), s.lower(), s.upper()));
        ObjectNode tables = json.putObject("tables");
        result.tables()
                .forEach((name, rows) -> {
                    ObjectNode table = tables.putObject(name);
                    ArrayNode columns = table.putArray("columns");
                    schema.table(name)
                            .ifPresent(t -> t.columns().forEach(c -> columns.add(item(c))));
                    ArrayNode all = table.putArray("rows");
                    rows.forEach(row -> all.add(cells(row)));
                });
        ObjectNode grids = json.putObject("grids");
        result.grids().forEach((name, grid) -> grid(grids.putObject(name), grid));
        ObjectNode images = json.putObject("images");
        result.images().forEach((name, batch) -> images(images.putObject(name), batch));
        ArrayNode notes = json.putArray("notes");
        result.notes().forEach(n -> note(notes.addObject(), n, setup, language));
        ObjectNode progress = json.putObject("progress");
        result.progress()
                .forEach((phase, p) ->
                        progress.putObject(phase).put("done", p.done()).put("total", p.total()));
    }

    /** One event with its number. */
    public static ObjectNode event(
            EventLog.Entry entry, Run run, boolean cached, Language language) {
        ObjectNode json = JSON.objectNode();
        json.put("seq", entry.sequence());
        ResultSchema schema = run.setup().experiment().results();
        switch (entry.event()) {
            case RunEvent.Progress p ->
                    json.put("type", "progress")
                            .put("phase", p.phase())
                            .put("done", p.done())
                            .put("total", p.total());
            case RunEvent.Points p -> {
                json.put("type", "points").put("series", p.series());
                xy(json, p.x(), p.y(), p.lower(), p.upper());
            }
            case RunEvent.Grid g -> {
                json.put("type", "grid").put("name", g.name());
                grid(json, g);
            }
            case RunEvent.Images i -> {
                json.put("type", "images").put("name", i.name());
                images(json, i);
            }
            case RunEvent.Row r -> {
                json.put("type", "row").put("table", r.table());
                json.set("cells", cells(r.cells()));
            }
            case RunEvent.Value v -> {
                json.put("type", "value").put("name", v.name());
                json.setAll(value(v.name(), v.value(), schema));
            }
            case RunEvent.Note n -> {
                json.put("type", "note");
                note(json, n, run.setup(), language);
            }
            case RunEvent.Restarted r -> json.put("type", "restarted").put("attempt", r.attempt());
            case RunEvent.Ended e -> {
                json.put("type", "outcome").put("kind", e.outcome().kind());
                json.put("partial", e.outcome().partial());
                json.put(
                        "explanation",
                        RunStanding.of(run, e.outcome(), run.log().result(), language)
                                .explanation());
                problem(json, e.outcome());
                json.put("elapsedMillis", run.elapsedMillis()).put("cached", cached);
            }
        }
        return json;
    }

    /** The parameters as typed JSON values. */
    public static ObjectNode parameters(RunSetup<?> setup) {
        return typed(setup);
    }

    private static <P extends Record> ObjectNode typed(RunSetup<P> setup) {
        ParameterSchema<P> schema = setup.schema();
        ObjectNode json = JSON.objectNode();
        schema.values(setup.parameters()).forEach((name, value) -> json.set(name, typed(value)));
        return json;
    }

    private static JsonNode typed(Object value) {
        return switch (value) {
            case List<?> list -> {
                ArrayNode items = JSON.arrayNode();
                list.forEach(item -> items.add(typed((Object) item)));
                yield items;
            }
            case Enum<?> constant -> JSON.stringNode(ParameterSchema.text(constant));
            case BigInteger natural -> JSON.stringNode(natural.toString());
            case PlanePoint point -> JSON.stringNode(ParameterSchema.text(point));
            case Bitmap picture -> JSON.stringNode(ParameterSchema.text(picture));
            default -> cells(List.of(value)).get(0);
        };
    }

    private static void problem(ObjectNode json, Outcome outcome) {
        switch (outcome) {
            case Outcome.Failed f -> json.put("problem", f.problemId());
            case Outcome.Stopped s ->
                    json.put("reason", s.reason().name().toLowerCase(java.util.Locale.ROOT));
            case Outcome.OverBudget o -> json.put("budgetSeconds", o.budget().seconds());
            case Outcome.Finished f -> {}
        }
    }

    private static ObjectNode value(String name, Object value, ResultSchema schema) {
        ObjectNode json = JSON.objectNode();
        json.set("value", cells(List.of(value)).get(0));
        schema.values().stream()
                .filter(i -> i.name().equals(ResultSchema.base(name)) && !i.unit().isEmpty())
                .forEach(i -> json.put("unit", i.unit()));
        return json;
    }

    /** A declared item: name and, where there is one, unit. */
    public static ObjectNode item(ResultSchema.Item item) {
        ObjectNode json = JSON.objectNode().put("name", item.name());
        if (!item.unit().isEmpty()) {
            json.put("unit", item.unit());
        }
        return json;
    }

    private static void note(
            ObjectNode json, RunEvent.Note note, RunSetup<?> setup, Language language) {
        String key = setup.topic().id() + ".note." + note.key();
        json.put("key", note.key());
        json.set("arguments", cells(note.arguments()));
        json.put("text", Texts.text(language, key, note.arguments().toArray()));
    }

    private static void xy(
            ObjectNode json, double[] x, double[] y, double[] lower, double[] upper) {
        json.set("x", numbers(x));
        json.set("y", numbers(y));
        if (lower.length > 0) {
            json.set("lower", numbers(lower));
            json.set("upper", numbers(upper));
        }
    }

    private static void grid(ObjectNode json, RunEvent.Grid grid) {
        json.put("rows", grid.rows()).put("columns", grid.columns());
        json.set("values", numbers(grid.values()));
        if (!grid.xLabels().isEmpty()) {
            json.set("xLabels", cells(grid.xLabels()));
        }
        if (!grid.yLabels().isEmpty()) {
            json.set("yLabels", cells(grid.yLabels()));
        }
    }

    private static void images(ObjectNode json, RunEvent.Images batch) {
        json.put("width", batch.width())
                .put("height", batch.height())
                .put("channels", batch.channels())
                .put("count", batch.count())
                .put("data", Base64.getEncoder().encodeToString(batch.data()));
    }

    private static ArrayNode numbers(double[] numbers) {
        ArrayNode json = JSON.arrayNode(numbers.length);
        for (double number : numbers) {
            number(json, number);
        }
        return json;
    }

    /** A number as everywhere in the JSON of runs: texts where it is not finite. */
    public static JsonNode number(double number) {
        ArrayNode one = JSON.arrayNode(1);
        number(one, number);
        return one.get(0);
    }

    private static void number(ArrayNode json, double number) {
        if (Double.isFinite(number)) {
            if (number == Math.rint(number) && Math.abs(number) < 1e15) {
                json.add((long) number);
            } else {
                json.add(number);
            }
        } else {
            json.add(Double.toString(number));
        }
    }

    private static ArrayNode cells(Collection<?> cells) {
        ArrayNode json = JSON.arrayNode();
        for (Object cell : cells) {
            switch (cell) {
                case String s -> json.add(s);
                case Boolean b -> json.add(b);
                case Integer i -> json.add(i);
                case Long l -> integer(json, BigInteger.valueOf(l));
                case BigInteger n -> integer(json, n);
                case Double d -> number(json, d);
                default -> throw new IllegalStateException("not a cell: " + cell.getClass());
            }
        }
        return json;
    }

    private static void integer(ArrayNode json, BigInteger number) {
        if (number.abs().compareTo(EXACT) <= 0) {
            json.add(number.longValue());
        } else {
            json.add(number.toString());
        }
    }
}
