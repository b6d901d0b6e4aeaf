package spaceslab.essay.transformervq.ui;

import java.util.List;
import spaceslab.chart.Axis;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;

/** Figures of one sequence looked at closely: its maps, its cache, its gradients. */
final class SequenceFigures {
    private static final int QUANTISED = TransformerVqFigures.QUANTISED;
    private static final int FULL = TransformerVqFigures.FULL;
    private static final int WINDOW = TransformerVqFigures.BOUND;
    private static final int CODES = 4;

    private SequenceFigures() {}

    private static Chart map(String grid, boolean diverging) {
        return new Chart(
                grid, Axis.linear("key"), Axis.linear("query"), new Layer.Heat(grid, diverging));
    }

    static List<Figure> maps() {
        return List.of(
                map("mapFull", false),
                new Figure.Tiles(
                        "numbers",
                        "outputError",
                        "keyError",
                        "formsApart",
                        "usedHere",
                        "perplexity",
                        "commitment"),
                map("mapQuantised", false),
                map("mapDifference", true),
                new Figure.Table("forms"),
                new Chart("delta", Axis.linear("token"), Axis.linear("code"), Layer.heat("delta")),
                new Chart(
                        "error",
                        Axis.log("codes"),
                        Axis.fromZero("relativeError"),
                        Layer.line("outputErrorBy", QUANTISED),
                        Layer.dashed("keyErrorBy", CODES),
                        Layer.verticalRule("codesHere", FULL)),
                new Chart(
                        "usage",
                        Axis.linear("codeByUse"),
                        Axis.fromZero("shareOfTokens"),
                        Layer.bars("usage", QUANTISED)),
                Chart.plane(
                        "plane",
                        "firstCoordinate",
                        "secondCoordinate",
                        Layer.regions("cells", FULL),
                        Layer.points("keys", QUANTISED),
                        Layer.points("codes", CODES)));
    }

    static List<Figure> cache() {
        return List.of(
                new Chart(
                        "means",
                        Axis.linear("valueCoordinate"),
                        Axis.linear("code"),
                        new Layer.Heat("means", true)),
                new Figure.Tiles(
                        "numbers",
                        "cachedTokens",
                        "usedHere",
                        "permuted",
                        "changedNear",
                        "changedLater",
                        "largestLater"),
                new Chart(
                        "counts",
                        Axis.linear("code"),
                        Axis.fromZero("tokensInCode"),
                        Layer.bars("countOfCode", QUANTISED)),
                new Chart(
                        "countsInTime",
                        Axis.linear("blockNumber"),
                        Axis.linear("code"),
                        Layer.heat("countsInTime")),
                new Chart(
                        "changed",
                        Axis.linear("token"),
                        Axis.fromZero("change"),
                        Layer.line("changed", QUANTISED),
                        Layer.verticalRule("permuted", WINDOW),
                        Layer.verticalRule("windowEnd", FULL)),
                new Chart(
                        "distance",
                        Axis.linear("distance"),
                        Axis.fromZero("weightOverEven"),
                        Layer.line("byDistance.bias", QUANTISED),
                        Layer.dashed("byDistance.none", FULL),
                        Layer.verticalRule("window", WINDOW)),
                new Figure.Tiles("separation", "nearOverFarBias", "nearOverFarNone"));
    }

    static List<Figure> gradients() {
        return List.of(
                map("mapAll", true),
                new Figure.Tiles(
                        "numbers",
                        "cosineTwoBlocks",
                        "oldShare",
                        "cosineOneBlock",
                        "cosineValuesOneBlock"),
                map("mapTwoBlocks", true),
                map("mapOneBlock", true),
                new Chart(
                        "keyNorm",
                        Axis.linear("key"),
                        Axis.fromZero("gradientNorm"),
                        Layer.line("keyNorm.full", FULL),
                        Layer.line("keyNorm.twoBlocks", QUANTISED),
                        Layer.dashed("keyNorm.oneBlock", WINDOW)),
                new Figure.Table("reaches"));
    }
}
