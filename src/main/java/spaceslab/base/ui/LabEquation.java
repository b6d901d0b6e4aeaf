package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import tools.jackson.databind.node.ObjectNode;

/** A formula filled with values of the bench's current run. */
@Tag("lab-equation")
@JsModule("./components/lab-equation.ts")
final class LabEquation extends Component {
    /** What it shows, as JSON of {@link FigureSpec}. */
    void setSpec(ObjectNode spec) {
        getElement().setPropertyJson("spec", spec);
    }
}
