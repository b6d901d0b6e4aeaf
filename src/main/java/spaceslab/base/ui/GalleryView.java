package spaceslab.base.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Topic;
import spaceslab.ledger.Ledger;
import spaceslab.run.Catalogue;

/**
 * The front page: every essay with a miniature of its default result and the state of its claims.
 */
@Route(value = "", layout = SiteShell.class)
final class GalleryView extends Main implements HasDynamicTitle {
    private final Words words = Words.current();
    private final Ledger ledger;

    GalleryView(Catalogue catalogue, Ledger ledger, Miniatures miniatures) {
        this.ledger = ledger;
        addClassName("front");
        Paragraph hook = new Paragraph(words.text("site.hook"));
        hook.addClassName("hook");
        Div lead = new Div(new Div(new H1(words.text("site.title")), hook));
        lead.addClassName("lead");
        Div gallery = new Div();
        gallery.addClassName("gallery");
        for (Topic topic : catalogue.topics()) {
            gallery.add(tile(topic, miniatures));
        }
        add(lead, gallery);
    }

    private Anchor tile(Topic topic, Miniatures miniatures) {
        Anchor tile = new Anchor(topic.id());
        tile.getElement().setAttribute("router-link", true);
        tile.addClassName("tile");
        Div mini = new Div();
        mini.addClassName("mini");
        miniatures.of(topic).ifPresent(mini::add);
        Span essay = new Span(topic.essay().title());
        essay.addClassName("src");
        essay.getElement().setAttribute("lang", "zh-CN");
        tile.add(
                mini,
                new H2(words.text(topic.id() + ".title")),
                new Paragraph(words.text(topic.id() + ".hook")),
                essay,
                claims(topic));
        return tile;
    }

    private Span claims(Topic topic) {
        List<Ledger.Entry> entries = ledger.entries(topic);
        long holding = entries.stream().filter(e -> e.status() == Finding.Status.HOLDS).count();
        Span line = new Span(words.text("gallery.claims", entries.size(), holding));
        line.addClassName("num");
        return line;
    }

    @Override
    public String getPageTitle() {
        return words.text("site.title") + " · Spaces Lab";
    }
}
