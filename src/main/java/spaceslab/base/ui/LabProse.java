package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/**
 * The explanation: HTML made by this server from its own Markdown, never from a visitor's text.
 * Formulas are {@code <span class="math" data-tex="…" data-display="true|false">}; a heading with
 * {@code data-parameters="n d"} lights up when one of these parameters is moved.
 */
@Tag("lab-prose")
@JsModule("./components/lab-prose.ts")
@NpmPackage(value = "katex", version = "0.19.1")
class LabProse extends Component {
    LabProse(String html) {
        getElement().setProperty("html", html);
    }
}
