package spaceslab.api;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Language;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ParameterSpec;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.Texts;
import spaceslab.experiment.Topic;
import spaceslab.experiment.Verdict;
import spaceslab.ledger.Ledger;
import spaceslab.run.RunJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Topics, their experiments' parameters and results, and findings, as JSON. */
final class TopicJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TopicJson() {}

    static ObjectNode summary(Topic topic, Language language) {
        ObjectNode json = JSON.objectNode();
        json.put("id", topic.id());
        json.put("title", Texts.text(language, topic.id() + ".title"));
        json.put("hook", Texts.text(language, topic.id() + ".hook"));
        ObjectNode essay = json.putObject("essay");
        essay.put("title", topic.essay().title());
        essay.put("published", topic.essay().published().toString());
        essay.put("address", topic.essay().address().toString());
        ArrayNode experiments = json.putArray("experiments");
        topic.experiments().forEach(e -> experiments.add(e.id()));
        return json;
    }

    static ObjectNode whole(Topic topic, Language language) {
        ObjectNode json = summary(topic, language);
        ArrayNode experiments = json.putArray("experiments");
        topic.experiments().forEach(e -> experiments.add(experiment(topic, e, language)));
        json.put("published", "/api/topics/" + topic.id() + "/published");
        return json;
    }

    private static <P extends Record> ObjectNode experiment(
            Topic topic, Experiment<P> experiment, Language language) {
        ParameterSchema<P> schema = ParameterSchema.of(experiment.parameters());
        String prefix = topic.id() + "." + experiment.id() + ".";
        ObjectNode json = JSON.objectNode();
        json.put("id", experiment.id());
        json.put("name", Texts.text(language, prefix + "name"));
        json.put("schemaVersion", experiment.schemaVersion());
        json.put("page", "/" + topic.id() + "/" + experiment.id());
        json.put("runs", "/api/topics/" + topic.id() + "/" + experiment.id() + "/runs");
        ArrayNode parameters = json.putArray("parameters");
        schema.specs().forEach(spec -> parameters.add(parameter(spec, prefix, language)));
        json.set("results", results(experiment.results()));
        return json;
    }

    private static ObjectNode parameter(ParameterSpec spec, String prefix, Language language) {
        ObjectNode json = JSON.objectNode();
        json.put("name", spec.name());
        json.put("type", ParameterDescription.type(spec));
        json.put("default", spec.defaultText());
        spec.min().ifPresent(min -> json.put("min", min.toPlainString()));
        spec.max().ifPresent(max -> json.put("max", max.toPlainString()));
        if (!spec.choices().isEmpty()) {
            ArrayNode choices = json.putArray("choices");
            spec.choices().forEach(choices::add);
        }
        if (spec.kind().isList()) {
            json.put("maxItems", spec.maxItems());
        }
        if (!spec.when().isEmpty()) {
            json.put("usedWhen", spec.when());
        }
        json.put("allowed", spec.allowed());
        json.put("label", Texts.text(language, prefix + spec.name() + ".label"));
        json.put("doc", Texts.text(language, prefix + spec.name() + ".help"));
        json.set("schema", ParameterDescription.schema(spec));
        return json;
    }

    private static ObjectNode results(ResultSchema results) {
        ObjectNode json = JSON.objectNode();
        Map.of(
                        "values", results.values(),
                        "series", results.series(),
                        "grids", results.grids(),
                        "images", results.images())
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> json.set(e.getKey(), items(e.getValue())));
        ArrayNode tables = json.putArray("tables");
        results.tables()
                .forEach(t ->
                        tables.addObject()
                                .put("name", t.name())
                                .set("columns", items(t.columns())));
        return json;
    }

    private static ArrayNode items(List<ResultSchema.Item> items) {
        ArrayNode json = JSON.arrayNode();
        items.forEach(item -> json.add(RunJson.item(item)));
        return json;
    }

    static ObjectNode finding(Ledger.Entry entry, Language language) {
        Finding<?> finding = entry.finding();
        String key = entry.topic().id() + ".finding." + finding.id();
        ObjectNode json = JSON.objectNode();
        json.put("id", finding.id());
        json.put("topic", entry.topic().id());
        json.put("source", ParameterDescription.camel(finding.source()));
        json.put("status", ParameterDescription.camel(finding.expected()));
        json.put("claim", Texts.text(language, key + ".claim"));
        json.put("experiment", finding.experiment().id());
        json.set("parameters", parameters(finding));
        json.put("quick", finding.quick());
        entry.verdict()
                .ifPresent(v -> {
                    ObjectNode measured = json.putObject("measured");
                    measured.put("status", ParameterDescription.camel(v.status()));
                    measured.put(
                            "text", Texts.text(language, key + ".measured", v.figures().toArray()));
                    measured.put("replications", v.replications());
                    measured.put("agreeing", v.agreeing());
                    ArrayNode effects = measured.putArray("effects");
                    v.parts().forEach(part -> effects.add(effect(entry.topic(), part, language)));
                });
        entry.evidence().ifPresent(e -> json.put("computed", e.computed().toString()));
        return json;
    }

    /** An effect with its interval and the threshold that is used. */
    private static ObjectNode effect(Topic topic, Verdict.Part part, Language language) {
        ObjectNode json = JSON.objectNode();
        json.put("name", part.name());
        json.put("text", Texts.text(language, topic.id() + ".effect." + part.name()));
        json.put("stand", ParameterDescription.camel(part.stand()));
        json.set("median", RunJson.number(part.interval().median()));
        json.set("low", RunJson.number(part.interval().low()));
        json.set("high", RunJson.number(part.interval().high()));
        json.put("asked", part.side().sign());
        json.set("threshold", RunJson.number(part.threshold()));
        return json;
    }

    private static <P extends Record> ObjectNode parameters(Finding<P> finding) {
        ObjectNode json = JSON.objectNode();
        ParameterSchema.of(finding.experiment().parameters())
                .differing(finding.parameters())
                .forEach(json::put);
        return json;
    }
}
