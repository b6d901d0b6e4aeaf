package spaceslab.essay.fsq.ui;

import java.util.List;
import java.util.stream.Stream;
import spaceslab.chart.Axis;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;

/** Figures of the trained experiments; slots as in {@link FsqFigures}, unquantised 7. */
final class TrainedFigures {
    private TrainedFigures() {}

    /** One line for each arm. */
    private static Layer[] arms(String series) {
        Layer unquantised = Layer.dashed(series + ".none", FsqFigures.QUIET);
        return Stream.concat(ArmLayers.of(series, Layer::line).stream(), Stream.of(unquantised))
                .toArray(Layer[]::new);
    }

    static List<Figure> compare() {
        return List.of(
                new Chart("error", Axis.linear("step"), Axis.log("error"), arms("error")),
                new Chart("used", Axis.linear("step"), Axis.fromZero("used"), arms("used")),
                new Figure.ImageGrid("reconstructions", 12),
                new Figure.Table("arms"),
                new Chart(
                        "perplexity",
                        Axis.linear("step"),
                        Axis.fromZero("perplexity"),
                        arms("perplexity")),
                new Chart("loss", Axis.linear("step"), Axis.log("loss"), arms("loss")),
                new Chart("shares", Axis.log("rank"), Axis.log("share"), arms("sortedUsage")),
                new Figure.ImageGrid("atlasRounded", 1),
                new Figure.ImageGrid("atlasLearned", 1),
                Chart.plane(
                        "lattice",
                        "firstDigit",
                        "secondDigit",
                        Layer.points("latticeUnused", FsqFigures.GRADIENT),
                        Layer.points("encoded", FsqFigures.QUIET),
                        Layer.points("latticeUsed", FsqFigures.RESET)));
    }

    static List<Figure> sizes() {
        return List.of(
                new Chart(
                        "errorOfCodes", Axis.log("codes"), Axis.log("error"), arms("errorOfCodes")),
                new Chart("usedOfCodes", Axis.log("codes"), Axis.log("used"), arms("usedOfCodes")),
                new Chart(
                        "errorOfWidth",
                        Axis.linear("width"),
                        Axis.log("error"),
                        arms("errorOfWidth")),
                new Chart(
                        "usedOfWidth", Axis.linear("width"), Axis.log("used"), arms("usedOfWidth")),
                new Figure.Table("trainings"));
    }
}
