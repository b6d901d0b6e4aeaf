package spaceslab.essay.nonlinearrnn.ui;

import com.vaadin.flow.router.Route;
import spaceslab.base.ui.EssayPage;
import spaceslab.base.ui.SiteShell;
import spaceslab.base.ui.Workbench;
import spaceslab.essay.nonlinearrnn.NonlinearRnnTopic;

/** The page {@code /nonlinear-rnn}. */
@Route(value = "nonlinear-rnn/:experiment?", layout = SiteShell.class)
final class NonlinearRnnView extends EssayPage {
    NonlinearRnnView(NonlinearRnnTopic topic, Workbench workbench, NonlinearRnnFigures figures) {
        super(topic, workbench, figures);
    }
}
