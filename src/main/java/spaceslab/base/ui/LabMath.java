package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/** One formula, drawn by KaTeX. */
@Tag("lab-math")
@JsModule("./components/lab-math.ts")
@NpmPackage(value = "katex", version = "0.19.1")
class LabMath extends Component {
    LabMath(String tex, boolean display) {
        getElement().setProperty("tex", tex);
        getElement().setProperty("display", display);
    }
}
