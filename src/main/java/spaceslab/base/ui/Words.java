package spaceslab.base.ui;

import com.vaadin.flow.component.UI;
import java.util.Optional;
import spaceslab.experiment.Language;
import spaceslab.experiment.Texts;
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
