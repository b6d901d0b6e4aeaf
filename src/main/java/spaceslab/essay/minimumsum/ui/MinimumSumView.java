package spaceslab.essay.minimumsum.ui;

import com.vaadin.flow.router.Route;
import spaceslab.base.ui.EssayPage;
import spaceslab.base.ui.SiteShell;
import spaceslab.base.ui.Workbench;
import spaceslab.essay.minimumsum.MinimumSumTopic;

/** The page {@code /minimum-sum}. */
@Route(value = "minimum-sum/:experiment?", layout = SiteShell.class)
final class MinimumSumView extends EssayPage {
    MinimumSumView(MinimumSumTopic topic, Workbench workbench, MinimumSumFigures figures) {
        super(topic, workbench, figures);
    }
}
