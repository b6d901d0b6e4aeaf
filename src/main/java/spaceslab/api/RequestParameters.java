package spaceslab.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ParameterSpec;
import spaceslab.experiment.Violation;
import tools.jackson.databind.JsonNode;

/** Reads a JSON object of parameters through the same codec as links. */
final class RequestParameters {
    private RequestParameters() {}

    /**
     * The parameters of a request body; any violation answers 422.
     *
     * @param body numbers, strings, booleans, or arrays of these
     */
    static <P extends Record> P read(ParameterSchema<P> schema, JsonNode body) {
        if (body.isMissingNode() || body.isNull()) {
            return schema.defaults();
        }
        if (!body.isObject()) {
            throw ApiException.badRequest("api.notAnObject");
        }
        if (body.size() > 64) {
            throw ApiException.badRequest("api.tooMany", 64);
        }
        Map<String, List<String>> texts = new LinkedHashMap<>();
        body.properties()
                .forEach(e -> texts.put(e.getKey(), texts(e.getValue(), schema.spec(e.getKey()))));
        ParameterSchema.Reading<P> reading = schema.read(texts);
        if (!reading.violations().isEmpty()) {
            throw ApiException.refused(reading.violations());
        }
        return reading.parameters();
    }

    /**
     * A list's items joined as in a link. Several values for a parameter that has one are as many
     * texts, which the schema refuses as it does a name that stands twice in a link.
     */
    private static List<String> texts(JsonNode value, Optional<ParameterSpec> spec) {
        if (!value.isArray()) {
            return List.of(scalar(value));
        }
        List<String> items =
                StreamSupport.stream(value.spliterator(), false)
                        .limit(513)
                        .map(RequestParameters::scalar)
                        .toList();
        String joined = String.join(",", items);
        if (spec.isEmpty() || items.isEmpty()) {
            return List.of(joined);
        }
        if (!spec.get().kind().isList()) {
            return items;
        }
        // a comma within an item would become the end of one
        if (items.stream().anyMatch(item -> item.contains(",") || item.contains("\uff0c"))) {
            throw ApiException.refused(
                    List.of(
                            new Violation(
                                    spec.get().name(), joined, "grouped", spec.get().allowed())));
        }
        return List.of(joined);
    }

    private static String scalar(JsonNode value) {
        return value.isContainer() ? "{}" : value.isNull() ? "null" : value.asString();
    }
}
