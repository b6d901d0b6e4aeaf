package spaceslab.api;

import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Language;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ParameterSpec;
import spaceslab.experiment.Texts;
import spaceslab.experiment.Topic;
import spaceslab.run.Catalogue;
import spaceslab.run.RunJson;
import spaceslab.run.RunSetup;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API as an OpenAPI 3.1 document, for generators of clients: one operation per experiment, its
 * body's schema made from the same declaration that validates it.
 */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class OpenApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TYPE = MediaType.APPLICATION_JSON_VALUE;

    private final Catalogue catalogue;

    OpenApi(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/openapi")
    ObjectNode document(Locale locale) {
        Language language = Language.of(locale);
        ObjectNode json = JSON.objectNode();
        json.put("openapi", "3.1.1");
        json.putObject("info")
                .put("title", "Spaces Lab")
                .put("description", Texts.text(language, "site.description"))
                .put("version", "1");
        OpenApiPaths paths = new OpenApiPaths(json.putObject("paths"), language);
        paths.get("/api/openapi", "openapi", TYPE);
        paths.get("/api/topics", "topics", TYPE);
        paths.get("/api/topics/{topic}", "topic", TYPE);
        paths.get("/api/topics/{topic}/published", "published", TYPE);
        paths.get("/api/findings", "findings", TYPE);
        runs(paths);
        for (Topic topic : catalogue.topics()) {
            topic.experiments().forEach(experiment -> start(paths, topic, experiment, language));
        }
        json.putObject("components").set("schemas", OpenApiSchemas.all());
        return json;
    }

    private static void runs(OpenApiPaths paths) {
        ObjectNode run = paths.get("/api/runs/{id}", "run", TYPE);
        OpenApiPaths.refer(paths.content(run, "200", TYPE), "Run");
        ObjectNode stop = paths.operation("/api/runs/{id}", "delete", "stop");
        paths.answers(stop, "204", "stop");
        paths.get("/api/runs/{id}/csv", "csv", "text/csv");
        ObjectNode events =
                paths.get("/api/runs/{id}/events", "events", MediaType.TEXT_EVENT_STREAM_VALUE);
        paths.parameter(events, "Last-Event-ID", "header", count());
    }

    private static <P extends Record> void start(
            OpenApiPaths paths, Topic topic, Experiment<P> experiment, Language language) {
        String prefix = topic.id() + "." + experiment.id() + ".";
        ObjectNode start =
                paths.operation(
                        "/api/topics/" + topic.id() + "/" + experiment.id() + "/runs",
                        "post",
                        topic.id() + "." + experiment.id());
        start.put("summary", Texts.text(language, prefix + "name"));
        start.put("description", Texts.text(language, "api.operation.start"));
        start.putArray("tags").add(topic.id());
        paths.parameter(start, "wait", "query", count().put("maximum", RunController.LONGEST_WAIT));
        paths.parameter(start, "fresh", "query", JSON.objectNode().put("type", "boolean"));
        start.putObject("requestBody")
                .putObject("content")
                .putObject(TYPE)
                .set("schema", body(topic, experiment, language));
        paths.answers(start, "200", "run");
        OpenApiPaths.refer(paths.content(start, "200", TYPE), "Run");
        paths.answers(start, "202", "accepted");
        OpenApiPaths.refer(paths.content(start, "202", TYPE), "Accepted");
    }

    private static <P extends Record> ObjectNode body(
            Topic topic, Experiment<P> experiment, Language language) {
        ParameterSchema<P> parameters = ParameterSchema.of(experiment.parameters());
        ObjectNode defaults =
                RunJson.parameters(new RunSetup<>(topic, experiment, parameters.defaults()));
        ObjectNode body = JSON.objectNode().put("type", "object");
        body.put("additionalProperties", false);
        String prefix = topic.id() + "." + experiment.id() + ".";
        for (ParameterSpec spec : parameters.specs()) {
            ObjectNode property = ParameterDescription.schema(spec);
            property.put("title", Texts.text(language, prefix + spec.name() + ".label"));
            property.set("default", defaults.get(spec.name()));
            body.withObject("/properties").set(spec.name(), property);
        }
        return body;
    }

    private static ObjectNode count() {
        return JSON.objectNode().put("type", "integer").put("minimum", 0);
    }
}
