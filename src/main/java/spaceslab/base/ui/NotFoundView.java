package spaceslab.base.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;

/** A friendly page for an address that leads nowhere. */
@ParentLayout(SiteShell.class)
final class NotFoundView extends Main implements HasErrorParameter<NotFoundException> {
    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        Words words = Words.current();
        removeAll();
        Anchor home = new Anchor("", words.text("notFound.home"));
        home.getElement().setAttribute("router-link", true);
        add(
                new H1(words.text("notFound.title")),
                new Paragraph(words.text("notFound.text")),
                new Paragraph(home));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
