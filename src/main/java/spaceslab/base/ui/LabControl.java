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

/**
 * The control of one parameter. What a visitor types arrives as it was typed; the server judges it.
 *
 * <p>The element's value follows the visitor before each event, so {@link #setValue} always reaches
 * the browser when it differs from what is shown there. It never overwrites a field in which
 * someone types.
 */
@Tag("lab-control")
@JsModule("./components/lab-control.ts")
class LabControl extends Component {
    private static final String VALUE = "value";

    LabControl(ObjectNode spec) {
        getElement().setPropertyJson("spec", spec);
        getElement().setAttribute("data-name", spec.get("name").asString());
        getElement().addPropertyChangeListener(VALUE, "lab-change", change -> {});
    }

    /** The value in canonical form. */
    void setValue(String canonical) {
        getElement().setProperty(VALUE, canonical);
    }

    /** What the text came to, in canonical form: where slider and pad stand after typing. */
    void setAccepted(String canonical) {
        getElement().setProperty("accepted", canonical);
    }

    /** Why the text was refused; empty where it was not. */
    void setError(String error) {
        getElement().setProperty("error", error);
    }

    Registration addChangeListener(ComponentEventListener<Change> listener) {
        return addListener(Change.class, listener);
    }

    /** The visitor moved or typed; {@code settled} is false while dragging or typing. */
    @DomEvent("lab-change")
    public static final class Change extends ComponentEvent<LabControl> {
        private final String name;
        private final String value;
        private final boolean settled;

        public Change(
                LabControl source,
                boolean fromClient,
                @EventData("event.detail.name") String name,
                @EventData("event.detail.value") String value,
                @EventData("event.detail.settled") boolean settled) {
            super(source, fromClient);
            this.name = name;
            this.value = value;
            this.settled = settled;
        }

        String name() {
            return name;
        }

        String value() {
            return value;
        }

        boolean settled() {
            return settled;
        }
    }
}
