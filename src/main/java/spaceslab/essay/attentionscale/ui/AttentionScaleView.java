package spaceslab.essay.attentionscale.ui;

import com.vaadin.flow.router.Route;
import spaceslab.base.ui.EssayPage;
import spaceslab.base.ui.SiteShell;
import spaceslab.base.ui.Workbench;
import spaceslab.essay.attentionscale.AttentionScaleTopic;

/** The page {@code /attention-scale}. */
@Route(value = "attention-scale/:experiment?", layout = SiteShell.class)
final class AttentionScaleView extends EssayPage {
    AttentionScaleView(
            AttentionScaleTopic topic, Workbench workbench, AttentionScaleFigures figures) {
        super(topic, workbench, figures);
    }
}
