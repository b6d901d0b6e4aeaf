package spaceslab.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import spaceslab.chart.Figure;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Topic;
import spaceslab.published.PublishedTable;
import spaceslab.published.PublishedTables;

/**
 * An essay's page: title, findings, the experiment that the address names with its form and
 * figures, and the explanation. A topic's own view extends it and only says which figures each
 * experiment shows.
 */
public abstract class EssayPage extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final Topic topic;
    private final Workbench workbench;
    private final Map<String, List<Figure>> figures;
    private final Words words = Words.current();
    private final FindingCards cards;
    private final Nav tabs = new Nav();
    private final Div place = new Div();
    private final Div published = new Div();
    private final Div explanation = new Div();
    private @Nullable ExperimentPane<?> pane;
    private boolean detached;

    /**
     * @param topic the essay
     * @param workbench what pages work with
     * @param figures what each experiment shows
     */
    protected EssayPage(Topic topic, Workbench workbench, EssayFigures figures) {
        this.topic = topic;
        this.workbench = workbench;
        this.figures = figures.byExperiment();
        tabs.addClassName("tabs");
        tabs.getElement().setAttribute("aria-label", words.text("page.experiments"));
        this.cards = new FindingCards(topic, workbench.ledger().entries(topic), words, this::go);
        cards.addClassName("findings");
        List<PublishedTable> tables = PublishedTables.of(topic.id(), words.language());
        if (!tables.isEmpty()) {
            published.add(new PublishedSection(tables, words));
        }
        add(lead(), cards, tabs, place, published, explanation);
    }

    private Div lead() {
        Paragraph hook = new Paragraph(words.text(topic.id() + ".hook"));
        hook.addClassName("hook");
        LabMath formula = new LabMath(topic.formula(), false);
        formula.getElement().getClassList().add("formula");
        Anchor source = new Anchor(topic.essay().address().toString(), topic.essay().title());
        source.getElement().setAttribute("rel", "noopener");
        source.getElement().setAttribute("lang", "zh-CN");
        Div line =
                new Div(
                        new Span(words.text("page.after") + " "),
                        source,
                        new Span(" · " + topic.essay().published()));
        line.addClassName("src");
        Div lead = new Div(new Div(new H1(words.text(topic.id() + ".title")), hook), formula, line);
        lead.addClassName("lead");
        return lead;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(
                Link.of(event.getLocation().getQueryParameters().getParameters()),
                event.getRouteParameters().get("experiment").orElse(""));
        // not where a card was clicked: cards that move under the pointer confuse
        if (pane != null) {
            cards.putAhead(pane.experiment());
        }
    }

    /**
     * Goes to an address of this essay. Not through the router, which knows nothing of the
     * addresses that the form has pushed, and would take the way back to the last one it knows for
     * no way.
     */
    private void go(String address) {
        Location to = new Location(address);
        UI.getCurrent().getPage().getHistory().pushState(null, address);
        show(
                Link.of(to.getQueryParameters().getParameters()),
                to.getSegments().size() > 1 ? to.getSegments().get(1) : "");
    }

    private void show(Link link, String wanted) {
        Experiment<?> experiment = topic.experiment(wanted).orElse(topic.experiments().getFirst());
        String unknown = wanted.isEmpty() || wanted.equals(experiment.id()) ? "" : wanted;
        if (pane == null || !pane.shows(experiment, link.hidden())) {
            open(experiment, link);
        }
        if (pane != null) {
            pane.show(link, unknown);
        }
    }

    private <P extends Record> void open(Experiment<P> experiment, Link link) {
        closePane();
        ExperimentPane<P> fresh =
                new ExperimentPane<>(
                        topic,
                        experiment,
                        figures.getOrDefault(experiment.id(), List.of()),
                        link,
                        workbench,
                        words);
        pane = fresh;
        place.removeAll();
        place.add(fresh);
        fillTabs(experiment);
        fillExplanation(experiment);
    }

    private void fillTabs(Experiment<?> shown) {
        tabs.removeAll();
        for (Experiment<?> experiment : topic.experiments()) {
            Anchor tab =
                    new Anchor(
                            topic.id() + "/" + experiment.id(),
                            words.text(topic.id() + "." + experiment.id() + ".name"));
            tab.getElement().setAttribute("router-link", true);
            if (experiment == shown) {
                tab.getElement().setAttribute("aria-current", "page");
            }
            tabs.add(tab);
        }
    }

    private void fillExplanation(Experiment<?> experiment) {
        explanation.removeAll();
        for (String name : List.of(experiment.id(), "essay")) {
            Prose.html("essays/" + topic.id(), name, words.language())
                    .ifPresent(html -> {
                        Article article = new Article(new LabProse(html));
                        article.addClassName("explanation");
                        explanation.add(article);
                    });
        }
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        if (pane != null && detached) {
            // attached again by a resynchronisation
            pane.resend();
        }
        detached = false;
    }

    private void closePane() {
        if (pane != null) {
            pane.close();
            pane = null;
        }
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        detached = true;
        ExperimentPane left = pane;
        if (left != null) {
            // a resynchronisation detaches the page and attaches it again before this is run
            detach.getUI()
                    .accessLater(
                            () -> {
                                if (!isAttached()) {
                                    left.close();
                                }
                            },
                            left::close)
                    .run();
        }
    }

    @Override
    public String getPageTitle() {
        return words.text(topic.id() + ".title") + " · Spaces Lab";
    }
}
