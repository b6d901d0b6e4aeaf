package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Finding;
import spaceslab.experiment.MedianInterval;
import spaceslab.experiment.Topic;
import spaceslab.experiment.Verdict;
import spaceslab.ledger.Ledger;
import spaceslab.run.RunSetup;

/** A topic's findings as cards that set the controls. */
final class FindingCards extends Div {
    /** Cards in sight before a visitor asks for all; on a phone all are in one strip. */
    private static final int FIRST = 4;

    private final Div cards = new Div();

    private final Topic topic;
    private final Words words;
    private List<Ledger.Entry> entries;
    private String ahead = "";

    FindingCards(Topic topic, List<Ledger.Entry> entries, Words words, Consumer<String> open) {
        this.topic = topic;
        this.words = words;
        this.entries = entries;
        cards.addClassName("cards");
        cards.getElement().setAttribute("role", "group");
        cards.getElement().setAttribute("aria-label", words.text("page.findings"));
        for (int i = 0; i < entries.size(); i++) {
            int place = i;
            NativeButton card = new NativeButton();
            card.addClassName("card");
            card.addClickListener(
                    click -> open.accept(address(topic, this.entries.get(place).finding())));
            cards.add(card);
        }
        show();
        add(cards);
        if (entries.size() > FIRST) {
            add(toggle(entries.size(), words));
        }
    }

    /** From now on the findings of this experiment come first. */
    void putAhead(Experiment<?> experiment) {
        ahead = experiment.id();
        show();
    }

    /** In their order; a card that has the focus keeps it. */
    private void show() {
        entries =
                entries.stream()
                        .sorted(
                                Comparator.comparing(
                                        entry -> !entry.finding().experiment().id().equals(ahead)))
                        .toList();
        for (int i = 0; i < entries.size(); i++) {
            Ledger.Entry entry = entries.get(i);
            if (cards.getComponentAt(i) instanceof NativeButton card) {
                card.removeAll();
                card.add(
                        verdict(entry, words),
                        new Strong(claim(topic, entry.finding(), words)),
                        measured(entry, words),
                        evidence(entry, words));
            }
        }
    }

    private NativeButton toggle(int all, Words words) {
        NativeButton toggle = new NativeButton(words.text("page.allFindings", all));
        toggle.addClassNames("btn", "more");
        toggle.getElement().setAttribute("aria-expanded", "false");
        toggle.addClickListener(click -> {
            boolean open = !cards.hasClassName("all");
            cards.setClassName("all", open);
            toggle.getElement().setAttribute("aria-expanded", Boolean.toString(open));
            toggle.setText(words.text(open ? "page.fewerFindings" : "page.allFindings", all));
        });
        return toggle;
    }

    /** The finding's set-up, started at once. */
    static String address(Topic topic, Finding<?> finding) {
        String link = Link.to(setup(topic, finding));
        return link + (link.contains("?") ? "&" : "?") + "run=1";
    }

    private static <P extends Record> RunSetup<P> setup(Topic topic, Finding<P> finding) {
        return new RunSetup<>(topic, finding.experiment(), finding.parameters());
    }

    static String claim(Topic topic, Finding<?> finding, Words words) {
        return words.text(topic.id() + ".finding." + finding.id() + ".claim");
    }

    /** Verdict and who claims it. */
    static Span verdict(Ledger.Entry entry, Words words) {
        Finding.Status status = entry.status();
        Span tag = new Span(words.text("finding.status." + name(status)));
        tag.addClassNames("tag", cssClass(status));
        Span source = new Span(words.text("finding.source." + name(entry.finding().source())));
        source.addClassName("who");
        Span line = new Span(tag, source);
        line.addClassName("verdict");
        return line;
    }

    static Span measured(Ledger.Entry entry, Words words) {
        String key = entry.topic().id() + ".finding." + entry.finding().id() + ".measured";
        Span figures =
                new Span(
                        entry.verdict()
                                .map(v -> words.text(key, v.figures().toArray()))
                                .orElse(words.text("finding.notYet")));
        figures.addClassName("num");
        return figures;
    }

    /** How many replications, the effect that decides with its interval, and what is asked. */
    static Span evidence(Ledger.Entry entry, Words words) {
        Span line = new Span();
        line.addClassNames("num", "evidence");
        entry.verdict().ifPresent(v -> line.setText(evidence(entry.topic(), v, words)));
        return line;
    }

    private static String evidence(Topic topic, Verdict verdict, Words words) {
        Verdict.Part part = verdict.deciding();
        MedianInterval interval = part.interval();
        String effect =
                words.text(
                        verdict.replications() == 1 ? "finding.effect.once" : "finding.effect",
                        words.text(topic.id() + ".effect." + part.name()),
                        interval.median(),
                        interval.low(),
                        interval.high(),
                        part.side().sign(),
                        part.threshold());
        return verdict.replications() == 1
                ? effect
                : words.text(
                        "finding.replications", verdict.replications(), verdict.agreeing(), effect);
    }

    private static String cssClass(Finding.Status status) {
        return switch (status) {
            case HOLDS -> "holds";
            case DOES_NOT_HOLD -> "fails";
            case DEPENDS_ON -> "depends";
        };
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Bold text; Flow has no component for it. */
    @com.vaadin.flow.component.Tag("b")
    static final class Strong extends Component {
        Strong(@Nullable String text) {
            getElement().setText(text == null ? "" : text);
        }
    }
}
