package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/** Brings the site's style sheet and fonts; an empty element that the shell holds once. */
@Tag("lab-theme")
@JsModule("./styles/site.ts")
@NpmPackage(value = "@fontsource/inter", version = "5.3.0")
@NpmPackage(value = "@fontsource/source-serif-4", version = "5.3.1")
class LabTheme extends Component {}
