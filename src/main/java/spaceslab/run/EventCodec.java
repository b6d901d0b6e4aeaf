package spaceslab.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import spaceslab.experiment.Budget;
import spaceslab.experiment.Outcome;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.StopSignal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events as stored: gzipped JSON that keeps every cell's type and every double's bits, so that a
 * run read back gives the same bytes as the one that was written. Reading is bounded.
 */
final class EventCodec {
    /** Largest chunk that is unpacked; a corrupt or foreign one is refused beyond it. */
    private static final int LARGEST_CHUNK = 256_000_000;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private EventCodec() {}

    static byte[] encode(List<EventLog.Entry> entries) {
        ArrayNode all = JSON.arrayNode();
        for (EventLog.Entry entry : entries) {
            all.add(event(entry.event()).put("seq", entry.sequence()));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(MAPPER.writeValueAsBytes(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads a chunk; throws IllegalArgumentException where it is not one of ours. */
    static List<EventLog.Entry> decode(byte[] chunk) {
        try (InputStream zip = new GZIPInputStream(new ByteArrayInputStream(chunk))) {
            byte[] json = zip.readNBytes(LARGEST_CHUNK);
            List<EventLog.Entry> entries = new ArrayList<>();
            for (JsonNode node : MAPPER.readTree(json)) {
                entries.add(new EventLog.Entry(node.get("seq").asLong(), event(node)));
            }
            return entries;
        } catch (IOException | RuntimeException corrupt) {
            throw new IllegalArgumentException("unreadable chunk of events", corrupt);
        }
    }

    private static ObjectNode event(RunEvent event) {
        ObjectNode json = JSON.objectNode();
        switch (event) {
            case RunEvent.Progress p ->
                    json.put("t", "progress")
                            .put("n", p.phase())
                            .set("v", reals(p.done(), p.total()));
            case RunEvent.Points p -> {
                json.put("t", "points").put("n", p.series());
                json.set("x", reals(p.x()));
                json.set("y", reals(p.y()));
                json.set("l", reals(p.lower()));
                json.set("u", reals(p.upper()));
            }
            case RunEvent.Grid g -> {
                json.put("t", "grid").put("n", g.name()).put("r", g.rows()).put("c", g.columns());
                json.set("v", reals(g.values()));
                json.set("x", cells(g.xLabels()));
                json.set("y", cells(g.yLabels()));
            }
            case RunEvent.Images i ->
                    json.put("t", "images")
                            .put("n", i.name())
                            .put("w", i.width())
                            .put("h", i.height())
                            .put("c", i.channels())
                            .put("k", i.count())
                            .put("v", i.data());
            case RunEvent.Row r ->
                    json.put("t", "row").put("n", r.table()).set("v", cells(r.cells()));
            case RunEvent.Value v ->
                    json.put("t", "value").put("n", v.name()).set("v", cells(List.of(v.value())));
            case RunEvent.Note n ->
                    json.put("t", "note").put("n", n.key()).set("v", cells(n.arguments()));
            case RunEvent.Restarted r -> json.put("t", "restarted").put("v", r.attempt());
            case RunEvent.Ended e -> {
                json.put("t", "ended").put("n", e.outcome().kind());
                switch (e.outcome()) {
                    case Outcome.Finished f -> {}
                    case Outcome.Stopped s -> json.put("v", s.reason().name());
                    case Outcome.Failed f -> json.put("v", f.problemId());
                    case Outcome.OverBudget o ->
                            json.put("v", o.budget().seconds()).put("b", o.budget().bytes());
                }
            }
        }
        return json;
    }

    private static RunEvent event(JsonNode json) {
        String name = json.path("n").asString("");
        return switch (json.get("t").asString()) {
            case "progress" -> {
                double[] v = reals(json.get("v"));
                yield new RunEvent.Progress(name, v[0], v[1]);
            }
            case "points" ->
                    new RunEvent.Points(
                            name,
                            reals(json.get("x")),
                            reals(json.get("y")),
                            reals(json.get("l")),
                            reals(json.get("u")));
            case "grid" ->
                    new RunEvent.Grid(
                            name,
                            json.get("r").asInt(),
                            json.get("c").asInt(),
                            reals(json.get("v")),
                            strings(json.get("x")),
                            strings(json.get("y")));
            case "images" ->
                    new RunEvent.Images(
                            name,
                            json.get("w").asInt(),
                            json.get("h").asInt(),
                            json.get("c").asInt(),
                            json.get("k").asInt(),
                            java.util.Base64.getDecoder().decode(json.get("v").asString()));
            case "row" -> new RunEvent.Row(name, cells(json.get("v")));
            case "value" -> new RunEvent.Value(name, cells(json.get("v")).getFirst());
            case "note" -> new RunEvent.Note(name, cells(json.get("v")));
            case "restarted" -> new RunEvent.Restarted(json.get("v").asInt());
            case "ended" -> new RunEvent.Ended(outcome(name, json));
            default -> throw new IllegalArgumentException("unknown event " + json.get("t"));
        };
    }

    private static Outcome outcome(String kind, JsonNode json) {
        return switch (kind) {
            case "finished" -> new Outcome.Finished();
            case "stopped" ->
                    new Outcome.Stopped(StopSignal.Reason.valueOf(json.get("v").asString()));
            case "failed" -> new Outcome.Failed(json.get("v").asString());
            case "overBudget" ->
                    new Outcome.OverBudget(
                            new Budget(json.get("v").asDouble(), json.get("b").asLong()));
            default -> throw new IllegalArgumentException("unknown outcome " + kind);
        };
    }

    private static ArrayNode reals(double... numbers) {
        ArrayNode json = JSON.arrayNode(numbers.length);
        for (double number : numbers) {
            if (Double.isFinite(number)) {
                json.add(number);
            } else {
                json.add(Double.toString(number));
            }
        }
        return json;
    }

    /** Numbers, of which those that JSON has not are strings. */
    static double[] reals(JsonNode json) {
        double[] numbers = new double[json.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode node = json.get(i);
            numbers[i] = node.isString() ? Double.parseDouble(node.asString()) : node.asDouble();
        }
        return numbers;
    }

    private static ArrayNode cells(List<?> cells) {
        ArrayNode json = JSON.arrayNode();
        for (Object cell : cells) {
            switch (cell) {
                case String s -> json.add(s);
                case Boolean b -> json.add(b);
                case Integer i -> json.add(JSON.objectNode().put("i", i));
                case Long l -> json.add(JSON.objectNode().put("l", l));
                case BigInteger n -> json.add(JSON.objectNode().put("n", n.toString()));
                case Double d -> json.add(JSON.objectNode().put("d", Double.toString(d)));
                default -> throw new IllegalStateException("not a cell: " + cell.getClass());
            }
        }
        return json;
    }

    private static List<Object> cells(JsonNode json) {
        List<Object> cells = new ArrayList<>();
        for (JsonNode node : json) {
            if (node.isString()) {
                cells.add(node.asString());
            } else if (node.isBoolean()) {
                cells.add(node.asBoolean());
            } else if (node.has("i")) {
                cells.add(node.get("i").asInt());
            } else if (node.has("l")) {
                cells.add(node.get("l").asLong());
            } else if (node.has("n")) {
                cells.add(new BigInteger(node.get("n").asString()));
            } else {
                cells.add(Double.parseDouble(node.get("d").asString()));
            }
        }
        return cells;
    }

    private static List<String> strings(JsonNode json) {
        List<String> strings = new ArrayList<>();
        json.forEach(node -> strings.add(node.asString()));
        return strings;
    }
}
