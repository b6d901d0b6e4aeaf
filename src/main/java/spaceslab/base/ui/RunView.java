package spaceslab.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import spaceslab.chart.Figure;
import spaceslab.experiment.ParameterSpec;
import spaceslab.run.Run;
import spaceslab.run.RunLimits;
import spaceslab.run.RunService;
import spaceslab.run.RunSetup;

/** {@code /run/<id>}: a run frozen as it was computed, with its figures, parameters and data. */
@Route(value = "run/:id", layout = SiteShell.class)
final class RunView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final Words words = Words.current();
    private final Workbench workbench;
    private final RunLimits limits;
    private final List<EssayFigures> figures;
    private String id = "";
    private @Nullable RunFeed feed;

    RunView(Workbench workbench, RunLimits limits, List<EssayFigures> figures) {
        this.workbench = workbench;
        this.limits = limits;
        this.figures = figures;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("id").orElse("");
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        UI ui = attach.getUI();
        workbench
                .runs()
                .find(id)
                .whenComplete((found, failed) ->
                        later(ui, () -> show(failed == null ? found : Optional.empty())));
    }

    private static void later(UI ui, Runnable job) {
        try {
            ui.access(job::run);
        } catch (UIDetachedException gone) {
            return;
        }
    }

    private void show(Optional<Run> found) {
        removeAll();
        if (found.isPresent()) {
            show(found.get(), found.get().setup());
        } else {
            Anchor home = new Anchor("", words.text("notFound.home"));
            home.getElement().setAttribute("router-link", true);
            add(
                    new H1(words.text("run.unknown.title")),
                    new Paragraph(words.text("run.unknown.text", limits.keepDays())),
                    new Paragraph(home));
        }
    }

    private <P extends Record> void show(Run run, RunSetup<P> setup) {
        String topic = setup.topic().id();
        Paragraph hook =
                new Paragraph(
                        words.text(
                                "run.hook",
                                TIME.format(run.submitted()),
                                setup.experiment().schemaVersion(),
                                run.identity().substring(0, 12)));
        hook.addClassName("hook");
        String name = topic + "." + setup.experiment().id() + ".name";
        Div lead =
                new Div(
                        new Div(
                                new H1(words.text(topic + ".title") + " · " + words.text(name)),
                                hook,
                                links(setup)));
        lead.addClassName("lead");
        LabBench bench = new LabBench();
        bench.addClassName("bench");
        bench.setWords(words.bench(setup.topic(), setup.experiment()));
        bench.setLocale(words.language().tag());
        List<Figure> shown =
                figures.stream()
                        .filter(f -> f.topic().equals(topic))
                        .flatMap(f ->
                                f
                                        .byExperiment()
                                        .getOrDefault(setup.experiment().id(), List.of())
                                        .stream())
                        .toList();
        bench.add(
                parameters(setup),
                new FigureColumn(setup.topic(), setup.experiment(), shown, words));
        add(lead, bench);
        RunFeed carrier =
                new RunFeed(
                        workbench.runs(),
                        workbench.pulse(),
                        bench,
                        UI.getCurrent(),
                        words.language(),
                        () -> {});
        feed = carrier;
        carrier.follow(new RunService.Submission(run, false), words.text("page.defaults"));
    }

    private <P extends Record> Div links(RunSetup<P> setup) {
        Anchor open = new Anchor(Link.to(setup), words.text("run.open"));
        open.getElement().setAttribute("router-link", true);
        Anchor csv = new Anchor("api/runs/" + id + "/csv", words.text("run.csv"));
        Anchor json = new Anchor("api/runs/" + id, words.text("run.json"));
        Div row = new Div(open, csv, json);
        for (Anchor anchor : List.of(open, csv, json)) {
            anchor.addClassName("btn");
        }
        csv.getElement().setAttribute("download", true).setAttribute("router-ignore", true);
        json.getElement().setAttribute("router-ignore", true);
        row.addClassName("row");
        return row;
    }

    private <P extends Record> Div parameters(RunSetup<P> setup) {
        Div panel = new Div();
        panel.addClassNames("panel", "controls", "frozen");
        Map<String, String> texts = setup.canonical();
        String prefix = setup.topic().id() + "." + setup.experiment().id() + ".";
        for (ParameterSpec spec : setup.schema().specs()) {
            Paragraph line =
                    new Paragraph(
                            words.text(prefix + spec.name() + ".label")
                                    + ": "
                                    + texts.getOrDefault(spec.name(), ""));
            panel.add(line);
        }
        return panel;
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        if (feed != null) {
            feed.close();
            feed = null;
        }
    }

    @Override
    public String getPageTitle() {
        return words.text("run.title") + " · Spaces Lab";
    }
}
