package spaceslab.essay.nonlinearrnn.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;
import spaceslab.essay.nonlinearrnn.NonlinearRnnTopic;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultSchema;

class NonlinearRnnFiguresTest {
    private static final NonlinearRnnTopic TOPIC = new NonlinearRnnTopic();

    @Test
    void figuresShowWhatTheirExperimentDeclares() {
        assertThat(new NonlinearRnnFigures().byExperiment().keySet())
                .containsExactlyElementsOf(
                        TOPIC.experiments().stream().map(Experiment::id).toList());
        for (Experiment<?> experiment : TOPIC.experiments()) {
            ResultSchema results = experiment.results();
            List<Figure> figures =
                    new NonlinearRnnFigures()
                            .byExperiment()
                            .getOrDefault(experiment.id(), List.of());
            assertThat(figures).extracting(Figure::id).doesNotHaveDuplicates();
            for (Figure figure : figures) {
                switch (figure) {
                    case Chart chart -> chart.layers().forEach(layer -> declared(layer, results));
                    case Figure.Table table -> assertThat(results.table(table.id())).isPresent();
                    case Figure.Tree tree -> assertThat(results.table(tree.id())).isPresent();
                    case Figure.Tiles tiles ->
                            assertThat(names(results.values())).containsAll(tiles.values());
                    case Figure.Equation equation -> assertThat(equation.tex()).isNotBlank();
                    case Figure.ImageGrid grid ->
                            assertThat(names(results.images())).contains(grid.id());
                }
            }
        }
    }

    private static void declared(Layer layer, ResultSchema results) {
        switch (layer) {
            case Layer.Line line -> series(line.series(), results);
            case Layer.Points points -> series(points.series(), results);
            case Layer.Bars bars -> series(bars.series(), results);
            case Layer.Regions regions -> series(regions.series(), results);
            case Layer.Heat heat -> assertThat(names(results.grids())).contains(heat.grid());
            case Layer.Rule rule -> assertThat(names(results.values())).contains(rule.value());
            case Layer.Mark mark ->
                    assertThat(names(results.values())).contains(mark.xValue(), mark.yValue());
        }
    }

    private static void series(String name, ResultSchema results) {
        assertThat(names(results.series())).contains(ResultSchema.base(name));
    }

    private static List<String> names(List<ResultSchema.Item> items) {
        return items.stream().map(ResultSchema.Item::name).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh_CN"})
    void everyTextIsThere(String language) throws IOException {
        Properties texts = new Properties();
        String path = "/vaadin-i18n/translations_" + language + ".properties";
        try (InputStream in = NonlinearRnnFiguresTest.class.getResourceAsStream(path)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        List<String> keys =
                new ArrayList<>(
                        List.of(
                                "title",
                                "name",
                                "hook",
                                "phase.methods",
                                "phase.gains",
                                "phase.lengths",
                                "note.diverged",
                                "note.singularBasis",
                                "note.float32Floor"));
        for (Experiment<?> experiment : TOPIC.experiments()) {
            String id = experiment.id();
            keys.addAll(List.of(id + ".name", id + ".hint"));
            ParameterSchema.of(experiment.parameters())
                    .specs()
                    .forEach(spec -> {
                        keys.add(id + "." + spec.name() + ".label");
                        keys.add(id + "." + spec.name() + ".help");
                        spec.choices().forEach(choice -> keys.add("choice." + choice));
                    });
            names(experiment.results().values()).forEach(n -> keys.add("value." + n));
            names(experiment.results().series()).forEach(n -> keys.add("series." + n));
            for (ResultSchema.Table table : experiment.results().tables()) {
                names(table.columns()).forEach(n -> keys.add("column." + n));
            }
            for (Figure figure :
                    new NonlinearRnnFigures().byExperiment().getOrDefault(id, List.of())) {
                keys.add(id + ".figure." + figure.id() + ".title");
                if (figure instanceof Chart chart) {
                    keys.add("axis." + chart.x().key());
                    keys.add("axis." + chart.y().key());
                }
            }
        }
        TOPIC.findings()
                .forEach(finding -> {
                    keys.add("finding." + finding.id() + ".claim");
                    keys.add("finding." + finding.id() + ".measured");
                });
        assertThat(keys)
                .allSatisfy(key ->
                        assertThat(texts.getProperty("nonlinear-rnn." + key)).as(key).isNotBlank());
    }
}
