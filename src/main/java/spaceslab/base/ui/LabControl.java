package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import tools.jackson.databind.node.ObjectNode;

/** The control of one parameter; values are the texts that links use. */
@Tag("lab-control")
@JsModule("./components/lab-control.ts")
public final class LabControl extends Component {
    /** What is edited, as JSON of {@link ParameterWords}. */
    void setSpec(ObjectNode spec) {
        getElement().setPropertyJson("spec", spec);
    }

    void setValue(String value) {
        getElement().setProperty("value", value);
    }

    /** Why the typed text is refused, empty where it is not. */
    void setError(String error) {
        getElement().setProperty("error", error);
    }

    Registration addChangeListener(ComponentEventListener<Change> listener) {
        return addListener(Change.class, listener);
    }

    /** The visitor changed the text. */
    @DomEvent("lab-change")
    public static final class Change extends ComponentEvent<LabControl> {
        private final String value;
        private final boolean settled;

        public Change(
                LabControl source,
                boolean fromClient,
                @EventData("event.detail.value") String value,
                @EventData("event.detail.settled") boolean settled) {
            super(source, fromClient);
            this.value = value;
            this.settled = settled;
        }

        /** The text as typed, not validated. */
        public String getValue() {
            return value;
        }

        /** False while a slider is being dragged. */
        public boolean isSettled() {
            return settled;
        }
    }
}
