package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.page.PendingJavaScriptResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Wraps an experiment's controls and figures and holds its runs in the browser. */
@Tag("lab-bench")
@JsModule("./components/lab-bench.ts")
final class LabBench extends Component implements HasComponents, HasStyle {
    /** The browser components' own words. */
    void setWords(ObjectNode words) {
        getElement().setPropertyJson("words", words);
    }

    /** BCP 47 tag of the numbers' language. */
    void setLocaleTag(String tag) {
        getElement().setProperty("locale", tag);
    }

    /** A new run begins; its figures replace the old ones when its first data come. */
    void start(ObjectNode started) {
        getElement().callJsFunction("start", started);
    }

    /** New events of the current run. */
    PendingJavaScriptResult apply(ArrayNode events) {
        return getElement().callJsFunction("apply", events);
    }

    /** The whole current run so far. */
    PendingJavaScriptResult snapshot(ObjectNode run) {
        return getElement().callJsFunction("snapshot", run);
    }

    /** Keeps the current run drawn beside later ones. */
    void pin() {
        getElement().callJsFunction("pin");
    }

    /** Draws only the current run again. */
    void unpinAll() {
        getElement().callJsFunction("unpinAll");
    }
}
