package spaceslab.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import spaceslab.chart.Figure;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Texts;
import spaceslab.experiment.Topic;
import spaceslab.experiment.Violation;
import spaceslab.run.Refused;
import spaceslab.run.RunSetup;

/**
 * One experiment at work: form, run panel and figures, bound to the page's address. A live
 * experiment follows the controls; a queued one waits for Run.
 */
final class ExperimentPane<P extends Record> extends Div {
    private final Topic topic;
    private final Experiment<P> experiment;
    private final ParameterSchema<P> schema;
    private final Workbench workbench;
    private final Words words;
    private final Set<String> hidden;
    private final LabBench bench = new LabBench();
    private final ParametersForm<P> form;
    private final Div messages = new Div();
    private final NativeButton run;
    private final NativeButton stop;
    private final LabCopy curl;
    private final String visitor = Visit.visitor();
    private Link link;
    private P parameters;
    private String shownAddress = "";
    private @Nullable RunFeed feed;

    ExperimentPane(
            Topic topic,
            Experiment<P> experiment,
            List<Figure> figures,
            Link link,
            Workbench workbench,
            Words words) {
        this.topic = topic;
        this.experiment = experiment;
        this.schema = ParameterSchema.of(experiment.parameters());
        this.workbench = workbench;
        this.words = words;
        this.hidden = link.hidden();
        this.link = link;
        this.parameters = schema.defaults();
        this.form = new ParametersForm<>(topic, experiment, hidden, words, this::changed);
        this.curl = new LabCopy(words.text("page.copyCurl"), words.text("page.copied"));
        this.run = button("page.run", this::runOrRecompute);
        this.stop = button("page.stop", this::stopRun);
        run.addClassName("p");
        messages.addClassName("violations");
        messages.getElement().setAttribute("role", "alert");
        messages.setVisible(false);
        bench.setWords(words.bench(topic, experiment));
        bench.setLocale(words.language().tag());
        bench.addClassName("bench");
        bench.add(controls(), new FigureColumn(topic, experiment, figures, words));
        add(messages, bench);
    }

    private Section controls() {
        NativeButton reset = button("page.reset", this::reset);
        NativeButton pin = button("page.pin", bench::pin);
        LabCopy copy = new LabCopy(words.text("page.copyLink"), words.text("page.copied"));
        NativeButton keep = button("page.keep", this::keep);
        Div first = new Div(run, stop, pin, keep);
        Div second = new Div(copy, curl, reset);
        first.addClassName("row");
        second.addClassName("row");
        Section panel = new Section();
        panel.addClassNames("panel", "controls");
        panel.getElement().setAttribute("aria-label", words.text("page.controls"));
        words.find(topic.id() + "." + experiment.id() + ".hint")
                .ifPresent(hint -> {
                    Paragraph line = new Paragraph(hint);
                    line.addClassName("hint");
                    panel.add(line);
                });
        panel.add(form, first, second);
        return panel;
    }

    private NativeButton button(String key, Runnable action) {
        NativeButton button = new NativeButton(words.text(key), click -> action.run());
        button.addClassName("btn");
        return button;
    }

    Experiment<P> experiment() {
        return experiment;
    }

    boolean shows(Experiment<?> other, Set<String> otherHidden) {
        return other == experiment && otherHidden.equals(hidden);
    }

    /** Shows what an address asks for, and computes it where it is live or says so. */
    void show(Link asked, String unknownExperiment) {
        this.link = asked;
        ParameterSchema.Reading<P> reading = schema.read(asked.parameters());
        parameters = reading.parameters();
        form.show(parameters, reading.violations());
        List<String> problems = new ArrayList<>();
        if (!unknownExperiment.isEmpty()) {
            Violation unknown =
                    new Violation(
                            "experiment",
                            unknownExperiment,
                            "choice",
                            topic.experiments().stream()
                                    .map(Experiment::id)
                                    .collect(Collectors.joining(", ")));
            problems.add(Texts.violation(words.language(), unknown, words.text("page.experiment")));
        }
        reading.violations().forEach(v -> problems.add(told(v, reading)));
        if (!reading.adapted().isEmpty()) {
            problems.add(words.text("page.adapted", together(reading.adapted())));
        }
        if (asked.version() > 0 && asked.version() != experiment.schemaVersion()) {
            problems.add(
                    words.text("page.otherVersion", asked.version(), experiment.schemaVersion()));
        }
        tell(problems, problems.isEmpty() ? "" : words.text("page.restKept"));
        shownAddress = address();
        settled();
        if (setup().live() || asked.run()) {
            start();
        } else {
            feed().rejoin(setup(), visitor, label());
        }
    }

    private void changed(P fresh, boolean accepted, boolean isSettled) {
        if (!accepted) {
            return;
        }
        tell(List.of(), "");
        parameters = fresh;
        if (isSettled && !address().equals(shownAddress)) {
            shownAddress = address();
            UI.getCurrent().getPage().getHistory().pushState(null, shownAddress);
        }
        settled();
        if (setup().live()) {
            start();
        }
    }

    private void settled() {
        boolean live = setup().live();
        boolean shipped = shippedShown();
        run.setVisible(!live || shipped);
        run.setText(words.text(shipped ? "page.recompute" : "page.run"));
        stop.setVisible(!live || queuedShown());
        curl.setText(curlCommand());
    }

    private String address() {
        return link.address(
                topic.id() + "/" + experiment.id(),
                schema.differing(parameters),
                experiment.schemaVersion());
    }

    private String curlCommand() {
        String body =
                schema.differing(parameters).entrySet().stream()
                        .map(e -> "\"" + e.getKey() + "\": \"" + e.getValue() + "\"")
                        .collect(Collectors.joining(", ", "{", "}"));
        return "curl -X POST '{origin}/api/topics/%s/%s/runs?wait=60' -H 'Content-Type: application/json' -d '%s'"
                .formatted(topic.id(), experiment.id(), body);
    }

    private RunSetup<P> setup() {
        return new RunSetup<>(topic, experiment, parameters);
    }

    private void start() {
        feed().submit(setup(), visitor, label(), this::refused);
    }

    /** Whether what is shown came with the product and is what the controls ask for. */
    private boolean shippedShown() {
        return feed != null
                && feed.run()
                        .filter(shown -> shown.shipment().isPresent())
                        .filter(shown -> shown.identity().equals(setup().identity()))
                        .isPresent();
    }

    /** Whether what is shown went to the queue, live or not, and has not ended. */
    private boolean queuedShown() {
        return feed != null && feed.run().filter(r -> r.durable() && !r.log().ended()).isPresent();
    }

    private void runOrRecompute() {
        if (shippedShown()) {
            feed().recompute(setup(), visitor, label(), this::refused);
        } else {
            start();
        }
    }

    private void refused(Refused why) {
        List<String> problems = new ArrayList<>();
        problems.add(words.text("refused." + why.key(), why.arguments().toArray()));
        String prefix = topic.id() + "." + experiment.id() + ".";
        why.violations()
                .forEach(v ->
                        problems.add(
                                Texts.violation(
                                        words.language(),
                                        v,
                                        words.text(prefix + v.parameter() + ".label"))));
        tell(problems, "");
    }

    private RunFeed feed() {
        if (feed == null) {
            feed =
                    new RunFeed(
                            workbench.runs(),
                            workbench.pulse(),
                            bench,
                            UI.getCurrent(),
                            words.language(),
                            this::settled);
        }
        return feed;
    }

    /** What tells this run from the default, for overlays. */
    private String label() {
        Map<String, String> differing = schema.differing(parameters);
        return differing.isEmpty() ? words.text("page.defaults") : together(differing);
    }

    private static String together(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(e -> e.getKey() + " = " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Why something in the link is not shown, and what is shown instead. */
    private String told(Violation violation, ParameterSchema.Reading<P> reading) {
        String why = Texts.violation(words.language(), violation, violation.parameter());
        String instead = reading.instead().get(violation.parameter());
        if (instead == null) {
            return why;
        }
        boolean isDefault =
                instead.equals(schema.canonical(schema.defaults()).get(violation.parameter()));
        String key = isDefault ? "page.defaultInstead" : "page.valueInstead";
        return why + (why.endsWith("。") ? "" : " ") + words.text(key, instead);
    }

    private void stopRun() {
        if (feed != null) {
            feed.stopRun();
        }
    }

    /** Stores what is shown for good and says where. */
    private void keep() {
        RunFeed carrier = feed();
        carrier.run()
                .ifPresent(shown ->
                        carrier.keep(
                                shown, visitor, () -> kept("run/" + shown.id()), this::refused));
    }

    private void kept(String address) {
        Anchor link = new Anchor(address, words.text("page.kept", address));
        link.getElement().setAttribute("router-link", true);
        messages.removeAll();
        messages.add(new Paragraph(link));
        messages.setVisible(true);
    }

    private void reset() {
        Link defaults = new Link(Map.of(), 0, false, link.embedded(), link.hidden());
        String address = defaults.address(topic.id() + "/" + experiment.id(), Map.of(), 0);
        UI.getCurrent().getPage().getHistory().pushState(null, address);
        show(defaults, "");
    }

    private void tell(List<String> problems, String remark) {
        messages.removeAll();
        problems.forEach(problem -> messages.add(new Paragraph(problem)));
        if (!remark.isEmpty()) {
            messages.add(new Paragraph(remark));
        }
        messages.setVisible(!problems.isEmpty());
    }

    /** Sends the run on screen anew to a page that was resynchronised. */
    void resend() {
        if (feed != null) {
            feed.resend();
        }
    }

    void close() {
        if (feed != null) {
            feed.close();
            feed = null;
        }
    }
}
