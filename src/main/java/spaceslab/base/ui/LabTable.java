package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import tools.jackson.databind.node.ObjectNode;

/** A table of the bench's current run. */
@Tag("lab-table")
@JsModule("./components/lab-table.ts")
final class LabTable extends Component {
    /** What it shows, as JSON of {@link FigureSpec}. */
    void setSpec(ObjectNode spec) {
        getElement().setPropertyJson("spec", spec);
    }
}
