package spaceslab.api;

import java.util.Locale;
import spaceslab.experiment.ParameterSpec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A parameter's type in words and as JSON Schema. */
final class ParameterDescription {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ParameterDescription() {}

    static String type(ParameterSpec spec) {
        return camel(spec.kind());
    }

    static String camel(Enum<?> constant) {
        String[] words = constant.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.toString();
    }

    static ObjectNode schema(ParameterSpec spec) {
        ObjectNode schema = JSON.objectNode();
        if (!spec.kind().isList()) {
            return element(spec, schema);
        }
        schema.put("type", "array").put("minItems", 1).put("maxItems", spec.maxItems());
        element(spec, schema.putObject("items"));
        return schema;
    }

    private static ObjectNode element(ParameterSpec spec, ObjectNode schema) {
        switch (spec.kind()) {
            case INTEGER, SEED, INTEGERS -> range(spec, schema.put("type", "integer"));
            case DECIMAL, DECIMALS -> range(spec, schema.put("type", "number"));
            case FLAG -> schema.put("type", "boolean");
            case POINTS ->
                    schema.put("type", "string").put("description", "x:y in " + spec.allowed());
            case BITMAP ->
                    schema.put("type", "string")
                            .put(
                                    "pattern",
                                    "^[0-9a-f]{" + (spec.width() * spec.height() + 3) / 4 + "}$");
            case NATURAL ->
                    schema.put("type", "string")
                            .put("description", "natural number in " + spec.allowed());
            case CHOICE, CHOICES -> {
                ArrayNode values = schema.put("type", "string").putArray("enum");
                spec.choices().forEach(values::add);
            }
        }
        return schema;
    }

    private static void range(ParameterSpec spec, ObjectNode schema) {
        spec.min().ifPresent(min -> schema.put("minimum", min));
        spec.max().ifPresent(max -> schema.put("maximum", max));
    }
}
