package spaceslab.base.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page that failed to open: shows an id that is in the log, never a trace. */
@ParentLayout(SiteShell.class)
final class FailureView extends Main implements HasErrorParameter<Exception> {
    private static final Logger log = LoggerFactory.getLogger(FailureView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        Words words = Words.current();
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        log.error("Problem {} at {}", id, event.getLocation().getPath(), parameter.getException());
        removeAll();
        Anchor home = new Anchor("", words.text("notFound.home"));
        home.getElement().setAttribute("router-link", true);
        add(
                new H1(words.text("failure.title")),
                new Paragraph(words.text("failure.text", id)),
                new Paragraph(home));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
