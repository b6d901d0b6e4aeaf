package spaceslab.base.ui;

import com.vaadin.flow.router.Route;

/** How programs use the site. */
@Route(value = "programs", layout = SiteShell.class)
final class ProgramsView extends TextPage {
    ProgramsView() {
        super("programs", "site.api");
    }
}
