package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import tools.jackson.databind.node.ObjectNode;

/** A chart of the bench's runs. */
@Tag("lab-chart")
@JsModule("./components/lab-chart.ts")
final class LabChart extends Component {
    /** What it shows, as JSON of {@link FigureSpec}. */
    void setSpec(ObjectNode spec) {
        getElement().setPropertyJson("spec", spec);
    }
}
