package spaceslab.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import spaceslab.base.ui.EssayFigures;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Language;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.Texts;
import spaceslab.experiment.Topic;

/** Every figure shows declared results and is worded in both languages. */
class FiguresTest {
    private static final Pattern VALUE = Pattern.compile("\\{([a-z][A-Za-z0-9.]*)}");

    /** What a figure shows, as names of declared results, and the texts it needs. */
    private record Needs(Set<String> results, Set<List<String>> texts) {
        Needs() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>());
        }

        void result(String kind, String name) {
            results.add(kind + " " + ResultSchema.base(name));
        }

        /** The first of these texts that exists is shown; one must. */
        void text(String... keys) {
            texts.add(List.of(keys));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyTopicShowsEachExperiment() {
        return Topics.all().stream()
                .map(topic -> DynamicTest.dynamicTest(topic.id(), () -> showsEach(topic)));
    }

    private static void showsEach(Topic topic) {
        Map<String, List<Figure>> figures = figures(topic);
        assertThat(figures.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        topic.experiments().stream().map(Experiment::id).toList());
        figures.forEach((experiment, shown) -> {
            assertThat(shown).as(experiment).isNotEmpty();
            assertThat(shown).as(experiment).extracting(Figure::id).doesNotHaveDuplicates();
        });
    }

    private static Map<String, List<Figure>> figures(Topic topic) {
        return Topics.figures().stream()
                .filter(f -> f.topic().equals(topic.id()))
                .map(EssayFigures::byExperiment)
                .findFirst()
                .orElse(Map.of());
    }

    @TestFactory
    Stream<DynamicTest> everyFigureShowsWhatIsDeclaredAndIsWorded() {
        return Topics.all().stream()
                .flatMap(topic ->
                        topic.experiments().stream()
                                .flatMap(e ->
                                        figures(topic).getOrDefault(e.id(), List.of()).stream()
                                                .map(f ->
                                                        DynamicTest.dynamicTest(
                                                                topic.id()
                                                                        + "/"
                                                                        + e.id()
                                                                        + "#"
                                                                        + f.id(),
                                                                () -> check(topic, e, f)))));
    }

    private static void check(Topic topic, Experiment<?> experiment, Figure figure) {
        Needs needs = needs(topic.id(), figure);
        String key = topic.id() + "." + experiment.id() + ".figure." + figure.id();
        needs.text(key + ".title");
        for (Language language : Language.values()) {
            assertThat(needs.texts())
                    .as("texts of %s in %s", key, language.tag())
                    .allMatch(any -> any.stream().anyMatch(Texts.keys(language)::contains));
            for (String part : List.of(".title", ".caption")) {
                Texts.find(language, key + part)
                        .ifPresent(text ->
                                VALUE.matcher(text)
                                        .results()
                                        .forEach(found -> needs.result("value", found.group(1))));
            }
        }
        assertThat(needs.results()).as("results in %s", key).isSubsetOf(declared(experiment));
    }

    private static Needs needs(String topic, Figure figure) {
        Needs needs = new Needs();
        switch (figure) {
            case Chart chart -> {
                needs.text(topic + ".axis." + chart.x().key());
                needs.text(topic + ".axis." + chart.y().key());
                chart.layers().forEach(layer -> layer(needs, topic, layer));
            }
            case Figure.Table table -> needs.result("table", table.id());
            case Figure.Tree tree -> needs.result("table", tree.id());
            case Figure.Tiles tiles -> tiles.values().forEach(name -> value(needs, topic, name));
            case Figure.Equation equation ->
                    Pattern.compile("\\{\\{([\\w.]+)}}")
                            .matcher(equation.tex())
                            .results()
                            .forEach(found -> needs.result("value", found.group(1)));
            case Figure.ImageGrid images -> needs.result("images", images.id());
        }
        return needs;
    }

    private static void layer(Needs needs, String topic, Layer layer) {
        switch (layer) {
            case Layer.Line line -> series(needs, topic, "series", line.series());
            case Layer.Points points -> series(needs, topic, "series", points.series());
            case Layer.Bars bars -> series(needs, topic, "series", bars.series());
            case Layer.Regions regions -> series(needs, topic, "series", regions.series());
            case Layer.Heat heat -> series(needs, topic, "grid", heat.grid());
            case Layer.Rule rule -> value(needs, topic, rule.value());
            case Layer.Mark mark -> {
                value(needs, topic, mark.xValue());
                needs.result("value", mark.yValue());
            }
        }
    }

    private static void series(Needs needs, String topic, String kind, String name) {
        needs.result(kind, name);
        needs.text(topic + ".series." + name, topic + ".series." + ResultSchema.base(name));
    }

    private static void value(Needs needs, String topic, String name) {
        needs.result("value", name);
        needs.text(topic + ".value." + name);
    }

    private static Set<String> declared(Experiment<?> experiment) {
        ResultSchema results = experiment.results();
        return Stream.of(
                        names("value", results.values()),
                        names("series", results.series()),
                        names("grid", results.grids()),
                        names("images", results.images()),
                        results.tables().stream().map(t -> "table " + t.name()))
                .flatMap(s -> s)
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(String kind, List<ResultSchema.Item> items) {
        return items.stream().map(item -> kind + " " + item.name());
    }
}
