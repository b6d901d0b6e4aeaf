package spaceslab.essay.fsq.ui;

import com.vaadin.flow.router.Route;
import spaceslab.base.ui.EssayPage;
import spaceslab.base.ui.SiteShell;
import spaceslab.base.ui.Workbench;
import spaceslab.essay.fsq.FsqTopic;

/** The page {@code /fsq}. */
@Route(value = "fsq/:experiment?", layout = SiteShell.class)
final class FsqView extends EssayPage {
    FsqView(FsqTopic topic, Workbench workbench, FsqFigures figures) {
        super(topic, workbench, figures);
    }
}
