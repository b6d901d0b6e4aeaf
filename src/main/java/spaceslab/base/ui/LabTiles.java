package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import tools.jackson.databind.node.ObjectNode;

/** Values of the bench's current run as labelled numbers. */
@Tag("lab-tiles")
@JsModule("./components/lab-tiles.ts")
final class LabTiles extends Component {
    /** What it shows, as JSON of {@link FigureSpec}. */
    void setSpec(ObjectNode spec) {
        getElement().setPropertyJson("spec", spec);
    }
}
