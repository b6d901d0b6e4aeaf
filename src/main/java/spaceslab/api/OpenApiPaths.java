package spaceslab.api;

import org.springframework.http.MediaType;
import spaceslab.experiment.Language;
import spaceslab.experiment.Texts;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The paths of an OpenAPI document, written operation by operation. */
final class OpenApiPaths {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TEXTS = "api.operation.";

    private final ObjectNode paths;
    private final Language language;

    OpenApiPaths(ObjectNode paths, Language language) {
        this.paths = paths;
        this.language = language;
    }

    /** A request that only reads; its summary also describes what it answers with. */
    ObjectNode get(String path, String id, String type) {
        ObjectNode get = operation(path, "get", id);
        answers(get, "200", id);
        content(get, "200", type);
        return get;
    }

    /** An operation, which may always answer with a problem; the path's parameters with it. */
    ObjectNode operation(String path, String method, String id) {
        ObjectNode operation = item(path).putObject(method);
        operation.put("operationId", id);
        Texts.find(language, TEXTS + id).ifPresent(text -> operation.put("summary", text));
        answers(operation, "default", "problem");
        refer(content(operation, "default", MediaType.APPLICATION_PROBLEM_JSON_VALUE), "Problem");
        return operation;
    }

    private ObjectNode item(String path) {
        if (paths.get(path) instanceof ObjectNode known) {
            return known;
        }
        ObjectNode item = paths.putObject(path);
        for (String part : path.split("/")) {
            if (part.startsWith("{")) {
                String name = part.substring(1, part.length() - 1);
                parameter(item, name, "path", JSON.objectNode().put("type", "string"));
            }
        }
        return item;
    }

    void parameter(ObjectNode owner, String name, String in, ObjectNode schema) {
        owner.withArray("/parameters")
                .addObject()
                .put("name", name)
                .put("in", in)
                .put("required", in.equals("path"))
                .set("schema", schema);
    }

    void answers(ObjectNode operation, String status, String text) {
        operation
                .withObject("/responses")
                .putObject(status)
                .put("description", Texts.text(language, TEXTS + text));
    }

    /** The schema of an answer, to be filled. */
    ObjectNode content(ObjectNode operation, String status, String type) {
        return operation
                .withObject("/responses/" + status)
                .putObject("content")
                .putObject(type)
                .putObject("schema");
    }

    static void refer(ObjectNode schema, String component) {
        schema.put("$ref", "#/components/schemas/" + component);
    }
}
