package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** A formula. */
@Tag("lab-math")
@JsModule("./components/lab-math.ts")
final class LabMath extends Component implements HasStyle {
    LabMath(String tex, boolean display) {
        getElement().setProperty("tex", tex);
        getElement().setProperty("display", display);
    }
}
