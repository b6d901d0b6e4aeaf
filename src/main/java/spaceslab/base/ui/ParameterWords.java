package spaceslab.base.ui;

import java.util.Locale;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ParameterSpec;
import spaceslab.experiment.Topic;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A parameter's spec for its control, worded. */
final class ParameterWords {
    private ParameterWords() {}

    static ObjectNode spec(Topic topic, Experiment<?> experiment, ParameterSpec spec, Words words) {
        String key = topic.id() + "." + experiment.id() + "." + spec.name();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", spec.name());
        json.put("kind", camel(spec.kind()));
        json.put("label", words.text(key + ".label"));
        json.put("help", words.text(key + ".help"));
        json.put("symbol", spec.symbol());
        if (spec.choices().isEmpty()) {
            // choices are in sight under their own names
            json.put("allowed", spec.allowed());
        }
        json.put("defaultValue", spec.defaultText());
        json.put("scale", camel(spec.scale()));
        json.put("maxItems", spec.maxItems());
        if (spec.kind() == ParameterSpec.Kind.BITMAP) {
            json.put("width", spec.width()).put("height", spec.height());
        }
        spec.min().ifPresent(min -> json.put("min", min.toPlainString()));
        spec.max().ifPresent(max -> json.put("max", max.toPlainString()));
        spec.step().ifPresent(step -> json.put("step", step.toPlainString()));
        ArrayNode choices = json.putArray("choices");
        for (String choice : spec.choices()) {
            choices.addObject()
                    .put("value", choice)
                    .put("label", words.text(topic.id() + ".choice." + choice));
        }
        return json;
    }

    /** An enum's constant as the browser components write it. */
    static String camel(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
