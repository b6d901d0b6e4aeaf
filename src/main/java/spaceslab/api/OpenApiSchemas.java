package spaceslab.api;

import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The shapes that all operations share: a run, an accepted run, a problem. */
final class OpenApiSchemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private OpenApiSchemas() {}

    static ObjectNode all() {
        ObjectNode schemas = JSON.objectNode();
        schemas.set("Run", run());
        schemas.set("Accepted", accepted());
        schemas.set("Problem", problem());
        return schemas;
    }

    private static ObjectNode accepted() {
        ObjectNode accepted = object("string", "outcome", "explanation", "id", "run", "events");
        add(accepted, "boolean", "partial");
        return accepted;
    }

    private static ObjectNode run() {
        ObjectNode run = object("string", "outcome", "explanation", "id", "identity");
        add(run, "string", "topic", "experiment");
        add(run, "boolean", "partial");
        add(run, "integer", "schemaVersion", "engineVersion", "seq");
        add(run, "object", "parameters", "values", "series", "tables", "grids", "images");
        add(run, "object", "progress");
        add(run, "array", "notes");
        add(run, "number", "elapsedMillis");
        add(run, "boolean", "cached");
        require(run);
        ObjectNode shipped = object("string", "computed", "machine");
        run.withObject("/properties").set("shipped", shipped);
        return run;
    }

    /** RFC 9457, with the violations that {@link ApiErrors} adds. */
    private static ObjectNode problem() {
        ObjectNode problem = object("string", "title", "detail", "problem");
        add(problem, "integer", "status");
        problem.withObject("/properties")
                .putObject("violations")
                .put("type", "array")
                .set("items", object("string", "parameter", "value", "allowed", "key", "message"));
        return problem;
    }

    private static ObjectNode object(String type, String... names) {
        ObjectNode object = JSON.objectNode().put("type", "object");
        add(object, type, names);
        return object;
    }

    private static void add(ObjectNode object, String type, String... names) {
        for (String name : names) {
            object.withObject("/properties").putObject(name).put("type", type);
        }
    }

    /** Everything named so far is always there. */
    private static void require(ObjectNode object) {
        List.copyOf(object.get("properties").propertyNames())
                .forEach(object.withArray("/required")::add);
    }
}
