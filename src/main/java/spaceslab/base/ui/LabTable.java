package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import tools.jackson.databind.node.ObjectNode;

/** A table of the run: {@code {id, title, caption, columns: [{name, label, unit}], absent}}. */
@Tag("lab-table")
@JsModule("./components/lab-table.ts")
class LabTable extends Component {
    LabTable(ObjectNode spec) {
        getElement().setPropertyJson("spec", spec);
    }
}
