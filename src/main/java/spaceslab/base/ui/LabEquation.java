package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import tools.jackson.databind.node.ObjectNode;

/** A formula with values of the run in it: {@code {id, title, tex}}. */
@Tag("lab-equation")
@JsModule("./components/lab-equation.ts")
class LabEquation extends Component {
    LabEquation(ObjectNode spec) {
        getElement().setPropertyJson("spec", spec);
    }
}
