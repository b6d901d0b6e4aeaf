package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tree of the run, to open node by node: {@code {id, title, caption, columns: [{name, label}]}}.
 */
@Tag("lab-tree")
@JsModule("./components/lab-tree.ts")
class LabTree extends Component {
    LabTree(ObjectNode spec) {
        getElement().setPropertyJson("spec", spec);
    }
}
