package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** A long text with formulas. */
@Tag("lab-prose")
@JsModule("./components/lab-prose.ts")
final class LabProse extends Component {
    /** Sets HTML that {@link Prose} made from our own resources. */
    void setHtml(String html) {
        getElement().setProperty("html", html);
    }
}
