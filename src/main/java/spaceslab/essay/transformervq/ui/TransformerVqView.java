package spaceslab.essay.transformervq.ui;

import com.vaadin.flow.router.Route;
import spaceslab.base.ui.EssayPage;
import spaceslab.base.ui.SiteShell;
import spaceslab.base.ui.Workbench;
import spaceslab.essay.transformervq.TransformerVqTopic;

/** The page {@code /transformer-vq}. */
@Route(value = "transformer-vq/:experiment?", layout = SiteShell.class)
final class TransformerVqView extends EssayPage {
    TransformerVqView(TransformerVqTopic topic, Workbench workbench, TransformerVqFigures figures) {
        super(topic, workbench, figures);
    }
}
