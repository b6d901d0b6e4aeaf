package spaceslab.essay.amed.ui;

import com.vaadin.flow.router.Route;
import spaceslab.base.ui.EssayPage;
import spaceslab.base.ui.SiteShell;
import spaceslab.base.ui.Workbench;
import spaceslab.essay.amed.AmedTopic;

/** The page {@code /amed}. */
@Route(value = "amed/:experiment?", layout = SiteShell.class)
final class AmedView extends EssayPage {
    AmedView(AmedTopic topic, Workbench workbench, AmedFigures figures) {
        super(topic, workbench, figures);
    }
}
