package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import tools.jackson.databind.node.ObjectNode;

/** Progress, time taken and outcome of the bench's current run. */
@Tag("lab-status")
@JsModule("./components/lab-status.ts")
final class LabStatus extends Component {
    /** The words of the progress phases. */
    void setPhases(ObjectNode phases) {
        getElement().setPropertyJson("phases", phases);
    }
}
