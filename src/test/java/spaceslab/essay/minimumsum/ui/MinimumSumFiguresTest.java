package spaceslab.essay.minimumsum.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;
import spaceslab.essay.minimumsum.MinimumSumTopic;
import spaceslab.experiment.ResultSchema;

/** Every figure draws only what its experiment declares, and has its texts. */
class MinimumSumFiguresTest {
    private final List<String> used = new ArrayList<>();

    @Test
    void figuresNameDeclaredResultsOnly() {
        new MinimumSumFigures()
                .byExperiment()
                .forEach((id, figures) -> {
                    ResultSchema schema =
                            new MinimumSumTopic().experiment(id).orElseThrow().results();
                    assertThat(figures).extracting(Figure::id).doesNotHaveDuplicates();
                    figures.forEach(figure -> assertDeclared(figure, schema));
                });
        assertThat(used).hasSizeGreaterThan(40);
    }

    private void assertDeclared(Figure figure, ResultSchema schema) {
        switch (figure) {
            case Figure.Table table -> assertThat(schema.table(table.id())).isPresent();
            case Figure.Tree tree -> assertThat(schema.table(tree.id())).isPresent();
            case Figure.Tiles tiles ->
                    tiles.values().forEach(value -> assertIn(value, schema.values()));
            case Figure.Equation equation -> {
                Matcher names = Pattern.compile("\\{\\{(\\w+)}}").matcher(equation.tex());
                while (names.find()) {
                    assertIn(names.group(1), schema.values());
                }
            }
            case Figure.ImageGrid images -> assertIn(images.id(), schema.images());
            case Chart chart -> chart.layers().forEach(layer -> assertDeclared(layer, schema));
        }
    }

    private void assertDeclared(Layer layer, ResultSchema schema) {
        switch (layer) {
            case Layer.Line line -> assertIn(line.series(), schema.series());
            case Layer.Points points -> assertIn(points.series(), schema.series());
            case Layer.Bars bars -> assertIn(bars.series(), schema.series());
            case Layer.Regions regions -> assertIn(regions.series(), schema.series());
            case Layer.Heat heat -> assertIn(heat.grid(), schema.grids());
            case Layer.Rule rule -> assertIn(rule.value(), schema.values());
            case Layer.Mark mark -> {
                assertIn(mark.xValue(), schema.values());
                assertIn(mark.yValue(), schema.values());
            }
        }
    }

    private void assertIn(String name, List<ResultSchema.Item> items) {
        used.add(name);
        assertThat(items).extracting(ResultSchema.Item::name).contains(ResultSchema.base(name));
    }

    @Test
    void titlesAndAxesHaveTexts() throws IOException {
        Properties texts = new Properties();
        try (var in =
                Objects.requireNonNull(
                        getClass()
                                .getResourceAsStream("/vaadin-i18n/translations_en.properties"))) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        new MinimumSumFigures()
                .byExperiment()
                .forEach((id, figures) ->
                        figures.forEach(figure -> {
                            String title = id + ".figure." + figure.id() + ".title";
                            assertThat(texts).containsKey("minimum-sum." + title);
                            if (figure instanceof Chart chart) {
                                assertThat(texts)
                                        .containsKeys(
                                                "minimum-sum.axis." + chart.x().key(),
                                                "minimum-sum.axis." + chart.y().key());
                            }
                        }));
    }
}
