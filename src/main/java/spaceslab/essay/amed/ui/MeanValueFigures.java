package spaceslab.essay.amed.ui;

import java.util.List;
import spaceslab.chart.Axis;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;

/**
 * Figures of the mean value and of chords: AMED 1, the mean value point 4, the other axis 2,
 * geometric mean 6.
 */
final class MeanValueFigures {
    private static final int AMED = 1;
    private static final int OTHER = 2;
    private static final int MEAN = 4;
    private static final int GEOMETRIC = 6;
    private static final int QUIET = 7;

    private MeanValueFigures() {}

    static List<Figure> all() {
        return List.of(
                new Chart(
                        "stepError",
                        Axis.linear("r"),
                        Axis.log("stepError"),
                        Layer.line("stepError.first", AMED),
                        Layer.line("stepError.second", OTHER),
                        Layer.dashed("stepError.both", QUIET),
                        Layer.verticalRule("rootR", AMED),
                        Layer.verticalRule("meanR", MEAN),
                        Layer.verticalRule("geometricR", GEOMETRIC)),
                new Figure.Tiles(
                        "numbers", "errorAtRoot", "errorEuler", "errorHeun", "errorDpm", "meanS"),
                new Chart(
                        "middles",
                        Axis.log("fromLevel"),
                        Axis.fromZero("r"),
                        Layer.line("middleR.mean", MEAN),
                        Layer.line("middleR.root", AMED),
                        Layer.horizontalRule("geometricR", GEOMETRIC)),
                new Figure.Table("steps"));
    }

    static List<Figure> chord() {
        return List.of(
                Chart.plane(
                        "picture",
                        "planeX",
                        "planeY",
                        Layer.line("curve", QUIET),
                        Layer.line("chord", MEAN),
                        Layer.line("slopeStep", AMED),
                        Layer.points("touching", AMED)),
                new Figure.Tiles(
                        "numbers",
                        "gapHere",
                        "angleHere",
                        "scaleHere",
                        "leastGap",
                        "leastAngle",
                        "scaleAtLeastAngle",
                        "leastGapScaled"),
                new Chart(
                        "gap",
                        Axis.linear("shareOfPiece"),
                        Axis.fromZero("partOfChord"),
                        Layer.line("gap", AMED),
                        Layer.dashed("scaled", OTHER),
                        Layer.verticalRule("share", QUIET)),
                new Chart(
                        "angle",
                        Axis.linear("shareOfPiece"),
                        Axis.fromZero("angle"),
                        Layer.line("angle", AMED),
                        Layer.verticalRule("share", QUIET)),
                new Figure.Table("components"));
    }
}
