package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import tools.jackson.databind.node.ObjectNode;

/** A chart of the run; its spec is the JSON of {@link spaceslab.chart.Chart}, texts resolved. */
@Tag("lab-chart")
@JsModule("./components/lab-chart.ts")
@NpmPackage(value = "echarts", version = "6.1.0")
class LabChart extends Component {
    LabChart(ObjectNode spec) {
        getElement().setPropertyJson("spec", spec);
    }
}
