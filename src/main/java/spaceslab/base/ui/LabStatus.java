package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import tools.jackson.databind.node.ObjectNode;

/** How far the newest run is and how it ended; {@code phases} maps phases to words. */
@Tag("lab-status")
@JsModule("./components/lab-status.ts")
class LabStatus extends Component {
    LabStatus(ObjectNode phases) {
        getElement().setPropertyJson("phases", phases);
    }
}
