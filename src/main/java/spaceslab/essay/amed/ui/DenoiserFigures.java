package spaceslab.essay.amed.ui;

import java.util.List;
import spaceslab.chart.Axis;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;

/** Figures of a denoiser's training: the trained one 1, the ideal one of its examples 6. */
final class DenoiserFigures {
    private static final int TRAINED = 1;
    private static final int IDEAL = 6;
    private static final int REAL = 7;
    private static final int DENSITY = 4;
    private static final int COLUMNS = 8;

    private DenoiserFigures() {}

    static List<Figure> all() {
        return List.of(
                new Figure.ImageGrid("pictures", COLUMNS),
                new Chart(
                        "loss",
                        Axis.linear("step"),
                        Axis.log("weightedLoss"),
                        Layer.line("loss.below", 4),
                        Layer.line("loss.low", 2),
                        Layer.line("loss.middle", TRAINED),
                        Layer.line("loss.above", 3)),
                new Figure.Tiles(
                        "numbers",
                        "trainedNearest",
                        "heldOutNearest",
                        "idealNearest",
                        "trainedSliced",
                        "idealSliced",
                        "heldOutSliced",
                        "weights",
                        "secondsTraining"),
                new Chart(
                        "denoising",
                        Axis.log("sigma"),
                        Axis.fromZero("denoisingError"),
                        Layer.dotted("denoising.trainedSeen", TRAINED),
                        Layer.line("denoising.trainedUnseen", TRAINED),
                        Layer.dotted("denoising.idealSeen", IDEAL),
                        Layer.line("denoising.idealUnseen", IDEAL),
                        Layer.dashed("denoising.density", DENSITY)),
                new Figure.ImageGrid("nearestPictures", COLUMNS),
                new Figure.ImageGrid("idealPictures", COLUMNS),
                new Figure.Table("samples"),
                new Chart(
                        "nearest",
                        Axis.linear("step"),
                        Axis.fromZero("nearest"),
                        Layer.line("nearestAt", TRAINED),
                        Layer.horizontalRule("heldOutNearest", REAL),
                        Layer.horizontalRule("idealNearest", IDEAL)),
                new Chart(
                        "sliced",
                        Axis.linear("step"),
                        Axis.fromZero("sliced"),
                        Layer.line("slicedAt", TRAINED),
                        Layer.horizontalRule("heldOutSliced", REAL),
                        Layer.horizontalRule("idealSliced", IDEAL)),
                new Chart(
                        "gap",
                        Axis.log("sigma"),
                        Axis.fromZero("gap"),
                        Layer.line("gap.trained", TRAINED),
                        Layer.line("gap.ideal", IDEAL)),
                new Figure.Table("levels"));
    }
}
