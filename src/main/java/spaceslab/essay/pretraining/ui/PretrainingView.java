package spaceslab.essay.pretraining.ui;

import com.vaadin.flow.router.Route;
import spaceslab.base.ui.EssayPage;
import spaceslab.base.ui.SiteShell;
import spaceslab.base.ui.Workbench;
import spaceslab.essay.pretraining.PretrainingTopic;

/** The page {@code /pretraining}. */
@Route(value = "pretraining/:experiment?", layout = SiteShell.class)
final class PretrainingView extends EssayPage {
    PretrainingView(PretrainingTopic topic, Workbench workbench, PretrainingFigures figures) {
        super(topic, workbench, figures);
    }
}
