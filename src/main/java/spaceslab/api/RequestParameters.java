package spaceslab.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import spaceslab.experiment.ParameterSchema;
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
        body.properties().forEach(e -> texts.put(e.getKey(), List.of(text(e.getValue()))));
        ParameterSchema.Reading<P> reading = schema.read(texts);
        if (!reading.violations().isEmpty()) {
            throw ApiException.refused(reading.violations());
        }
        return reading.parameters();
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .limit(513)
                    .map(RequestParameters::scalar)
                    .collect(Collectors.joining(","));
        }
        return scalar(value);
    }

    private static String scalar(JsonNode value) {
        return value.isContainer() ? "{}" : value.isNull() ? "null" : value.asString();
    }
}
