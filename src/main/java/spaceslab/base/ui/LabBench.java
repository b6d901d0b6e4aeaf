package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.page.PendingJavaScriptResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Wraps a page's controls and figures; owns their runs in the browser. What is sent to it is run
 * JSON and events of the contract.
 */
@Tag("lab-bench")
@JsModule("./components/lab-bench.ts")
class LabBench extends Component implements HasComponents, HasStyle {
    /** The page's words: a flat map of strings, those with the prefix {@code client.} included. */
    void setWords(ObjectNode words) {
        getElement().setPropertyJson("words", words);
    }

    void setLocale(String languageTag) {
        getElement().setProperty("locale", languageTag);
    }

    /** A run begins: {@code {key, id, label, cached, parameters}}. */
    void start(ObjectNode started) {
        getElement().callJsFunction("start", started);
    }

    /** Extends the present run; events already seen (by {@code seq}) are ignored. */
    PendingJavaScriptResult apply(ArrayNode events) {
        return getElement().callJsFunction("apply", events);
    }

    /** The whole run so far; its {@code seq} is that of the last event it contains. */
    PendingJavaScriptResult snapshot(ObjectNode run) {
        return getElement().callJsFunction("snapshot", run);
    }

    /** Keeps the finished run overlaid on those to come. */
    void pin() {
        getElement().callJsFunction("pin");
    }
}
