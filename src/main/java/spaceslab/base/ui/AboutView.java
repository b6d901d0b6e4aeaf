package spaceslab.base.ui;

import com.vaadin.flow.router.Route;

/** What the site is, its limits, credits and licences. */
@Route(value = "about", layout = SiteShell.class)
final class AboutView extends TextPage {
    AboutView() {
        super("about", "site.about");
    }
}
