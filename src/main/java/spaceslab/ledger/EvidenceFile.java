package spaceslab.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import spaceslab.experiment.Effect;
import spaceslab.experiment.Sample;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The evidence of a topic's findings as JSON, by the finding's id, one run a line: {@code {run,
 * samples: [{effects: [[name, value, side, threshold]], figures: []}]}}. Infinite numbers are the
 * texts {@code Infinity} and {@code -Infinity}.
 */
public final class EvidenceFile {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private EvidenceFile() {}

    /** Where a topic's file is among the resources. */
    public static String path(String topic) {
        return "shipped/" + topic + "/evidence.json";
    }

    /** The file's bytes; the same evidence gives the same bytes. */
    public static byte[] write(Map<String, Evidence> findings) {
        return findings.entrySet().stream()
                .map(e -> MAPPER.writeValueAsString(e.getKey()) + ": " + text(e.getValue()))
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Evidence evidence) {
        return evidence.runs().stream()
                .map(run -> "  " + MAPPER.writeValueAsString(json(run)))
                .collect(
                        Collectors.joining(
                                ",\n",
                                "{\"computed\": "
                                        + MAPPER.writeValueAsString(evidence.computed().toString())
                                        + ", \"machine\": "
                                        + MAPPER.writeValueAsString(evidence.machine())
                                        + ", \"runs\": [\n",
                                "]}"));
    }

    private static ObjectNode json(Evidence.RunSays run) {
        ObjectNode json = JSON.objectNode();
        json.put("run", run.identity());
        ArrayNode samples = json.putArray("samples");
        for (Sample sample : run.samples()) {
            ObjectNode one = samples.addObject();
            ArrayNode effects = one.putArray("effects");
            for (Effect effect : sample.effects()) {
                effects.addArray()
                        .add(effect.name())
                        .add(number(effect.value()))
                        .add(effect.side().name().toLowerCase(Locale.ROOT))
                        .add(number(effect.threshold()));
            }
            ArrayNode figures = one.putArray("figures");
            sample.figures().forEach(figure -> figures.add(MAPPER.valueToTree(figure)));
        }
        return json;
    }

    private static JsonNode number(double value) {
        return Double.isFinite(value)
                ? JSON.numberNode(value)
                : JSON.stringNode(Double.toString(value));
    }

    /** Throws IllegalArgumentException where the bytes are not such a file. */
    public static Map<String, Evidence> read(byte[] file) {
        try {
            Map<String, Evidence> findings = new LinkedHashMap<>();
            MAPPER.readValue(file, ObjectNode.class)
                    .properties()
                    .forEach(e -> findings.put(e.getKey(), evidence(e.getValue())));
            return findings;
        } catch (RuntimeException damaged) {
            throw new IllegalArgumentException("unreadable evidence", damaged);
        }
    }

    private static Evidence evidence(JsonNode json) {
        List<Evidence.RunSays> runs = new ArrayList<>();
        for (JsonNode run : json.required("runs")) {
            List<Sample> samples = new ArrayList<>();
            run.required("samples").forEach(sample -> samples.add(sample(sample)));
            runs.add(new Evidence.RunSays(run.required("run").stringValue(), samples));
        }
        return new Evidence(
                Instant.parse(json.required("computed").stringValue()),
                json.required("machine").stringValue(),
                runs);
    }

    private static Sample sample(JsonNode json) {
        List<Effect> effects = new ArrayList<>();
        for (JsonNode effect : json.required("effects")) {
            effects.add(
                    new Effect(
                            effect.required(0).stringValue(),
                            number(effect.required(1)),
                            Effect.Side.valueOf(
                                    effect.required(2).stringValue().toUpperCase(Locale.ROOT)),
                            number(effect.required(3))));
        }
        List<Object> figures = new ArrayList<>();
        json.required("figures").forEach(figure -> figures.add(figure(figure)));
        return new Sample(effects, figures);
    }

    private static double number(JsonNode json) {
        return json.isString() ? Double.parseDouble(json.stringValue()) : json.doubleValue();
    }

    private static Object figure(JsonNode json) {
        if (json.isString()) {
            String text = json.stringValue();
            return text.matches("-?Infinity|NaN") ? (Object) Double.parseDouble(text) : text;
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        return json.numberValue();
    }
}
