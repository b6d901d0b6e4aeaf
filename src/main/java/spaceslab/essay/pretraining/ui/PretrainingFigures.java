package spaceslab.essay.pretraining.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import spaceslab.base.ui.EssayFigures;
import spaceslab.chart.Axis;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;

/**
 * Figures of the tasks. Slots: what is computed 1, MIN 2, MAX 3, MED 4, SM 5, published models 6,
 * baselines 7, a pixel and its neighbours 4 and 6.
 */
@Component
final class PretrainingFigures implements EssayFigures {
    private static final int COMPUTED = 1;
    private static final int MIN = 2;
    private static final int MAX = 3;
    private static final int MED = 4;
    private static final int SM = 5;
    private static final int PUBLISHED = 6;
    private static final int BASELINE = 7;

    @Override
    public String topic() {
        return "pretraining";
    }

    @Override
    public Map<String, List<Figure>> byExperiment() {
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        figures.put("listops", listops());
        figures.put("pathfinder", pathfinder());
        figures.put("transfer", TransferFigures.transfer());
        figures.put("dataScale", DataScaleFigures.dataScale());
        figures.put("text", TextFigures.text());
        return figures;
    }

    private static List<Figure> listops() {
        return List.of(
                new Chart(
                        "read",
                        Axis.category("levels"),
                        Axis.fromZero("accuracy"),
                        Layer.bars("read", COMPUTED),
                        Layer.horizontalRule("majority", BASELINE),
                        Layer.horizontalRule("localAttention", PUBLISHED),
                        Layer.horizontalRule("transformer", PUBLISHED),
                        Layer.horizontalRule("s4", PUBLISHED)),
                new Figure.Tree("expression"),
                new Figure.Tiles(
                        "numbers",
                        "shownValue",
                        "shownLength",
                        "shownDepth",
                        "meanLength",
                        "probability",
                        "accepted",
                        "tries",
                        "majority",
                        "exactMajority",
                        "rootOperator",
                        "exactRootOperator"),
                new Chart(
                        "labels",
                        Axis.category("value"),
                        Axis.fromZero("share"),
                        Layer.bars("share.all", COMPUTED),
                        Layer.points("exact", PUBLISHED),
                        Layer.line("uniform", BASELINE)),
                new Chart(
                        "byOperator",
                        Axis.category("value"),
                        Axis.fromZero("share"),
                        Layer.bars("share.min", MIN),
                        Layer.bars("share.max", MAX),
                        Layer.bars("share.med", MED),
                        Layer.bars("share.sm", SM)),
                new Figure.Table("levels"));
    }

    private static List<Figure> pathfinder() {
        return List.of(
                new Figure.ImageGrid("pictures", 2),
                new Chart(
                        "raster",
                        Axis.linear("position"),
                        Axis.fromZero("brightness"),
                        Layer.line("raster", BASELINE),
                        Layer.points("neighbours", PUBLISHED),
                        Layer.points("pixel", MED)),
                new Figure.Table("neighbourhood"),
                new Figure.Tiles(
                        "numbers",
                        "label",
                        "markersApart",
                        "markersApartSequence",
                        "placedDistractors",
                        "attempts",
                        "connected",
                        "byDistance",
                        "byInk",
                        "coinWithin"),
                new Chart(
                        "steps",
                        Axis.linear("sequenceDistance"),
                        Axis.fromZero("steps"),
                        Layer.bars("steps", COMPUTED),
                        Layer.verticalRule("side", BASELINE)));
    }
}
