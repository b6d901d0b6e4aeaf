package spaceslab.base.ui;

import com.vaadin.flow.component.UI;
import java.util.Optional;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Language;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Texts;
import spaceslab.experiment.Topic;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The texts of the current visitor's language, optionally below a topic. */
final class Words {
    private final Language language;

    private Words(Language language) {
        this.language = language;
    }

    /** For the UI that is being served on this thread. */
    static Words current() {
        return new Words(Language.of(UI.getCurrent().getLocale()));
    }

    Language language() {
        return language;
    }

    String text(String key, Object... arguments) {
        return Texts.text(language, key, arguments);
    }

    Optional<String> find(String key, Object... arguments) {
        return Texts.find(language, key, arguments);
    }

    /** The browser components' own words, and those of an experiment's parameters and choices. */
    ObjectNode bench(Topic topic, Experiment<?> experiment) {
        ObjectNode all = below("client.");
        below(topic.id() + ".choice.")
                .properties()
                .forEach(e -> all.set("choice." + e.getKey(), e.getValue()));
        String prefix = topic.id() + "." + experiment.id() + ".";
        ParameterSchema.of(experiment.parameters())
                .specs()
                .forEach(s -> all.put("parameter." + s.name(), text(prefix + s.name() + ".label")));
        return all;
    }

    /** The texts whose keys begin with {@code prefix}, by the rest of their key. */
    ObjectNode below(String prefix) {
        ObjectNode words = JsonNodeFactory.instance.objectNode();
        Texts.keys(language).stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key ->
                        words.put(key.substring(prefix.length()), Texts.text(language, key)));
        return words;
    }
}
