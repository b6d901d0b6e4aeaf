package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** A button that copies a text, or the address of the page. */
@Tag("lab-copy")
@JsModule("./components/lab-copy.ts")
final class LabCopy extends Component {
    /** What is copied; empty for the address, {@code {origin}} for the site. */
    void setText(String text) {
        getElement().setProperty("text", text);
    }

    void setLabel(String label) {
        getElement().setProperty("label", label);
    }
}
