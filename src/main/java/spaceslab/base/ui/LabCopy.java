package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** A button that copies a text, or the page's address where the text is empty, and says so. */
@Tag("lab-copy")
@JsModule("./components/lab-copy.ts")
class LabCopy extends Component {
    /** {@code label} is the button's, {@code done} what it says after copying. */
    LabCopy(String label, String done) {
        getElement().setProperty("label", label);
        getElement().setProperty("done", done);
    }

    /** What it copies; empty for the page's address at that moment. */
    void setText(String text) {
        getElement().setProperty("text", text);
    }
}
