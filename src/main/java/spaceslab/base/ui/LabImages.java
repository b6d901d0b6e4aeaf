package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import tools.jackson.databind.node.ObjectNode;

/** A batch of images of the run: {@code {id, title, caption, columns}}. */
@Tag("lab-images")
@JsModule("./components/lab-images.ts")
class LabImages extends Component {
    LabImages(ObjectNode spec) {
        getElement().setPropertyJson("spec", spec);
    }
}
