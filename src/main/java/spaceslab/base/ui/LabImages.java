package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import tools.jackson.databind.node.ObjectNode;

/** A batch of images of the bench's current run. */
@Tag("lab-images")
@JsModule("./components/lab-images.ts")
final class LabImages extends Component {
    /** What it shows, as JSON of {@link FigureSpec}. */
    void setSpec(ObjectNode spec) {
        getElement().setPropertyJson("spec", spec);
    }
}
