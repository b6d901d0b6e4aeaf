package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import tools.jackson.databind.node.ObjectNode;

/** Values of the run as labelled numbers: {@code {id, title, values: [{name, label, unit}]}}. */
@Tag("lab-tiles")
@JsModule("./components/lab-tiles.ts")
class LabTiles extends Component {
    LabTiles(ObjectNode spec) {
        getElement().setPropertyJson("spec", spec);
    }
}
