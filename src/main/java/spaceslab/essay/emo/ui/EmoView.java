package spaceslab.essay.emo.ui;

import com.vaadin.flow.router.Route;
import spaceslab.base.ui.EssayPage;
import spaceslab.base.ui.SiteShell;
import spaceslab.base.ui.Workbench;
import spaceslab.essay.emo.EmoTopic;

/** The page {@code /emo}. */
@Route(value = "emo/:experiment?", layout = SiteShell.class)
final class EmoView extends EssayPage {
    EmoView(EmoTopic topic, Workbench workbench, EmoFigures figures) {
        super(topic, workbench, figures);
    }
}
