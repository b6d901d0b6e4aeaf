package spaceslab.essay.amed.ui;

import java.util.List;
import spaceslab.chart.Axis;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;

/** Figures of AMED's training; steps take slots from 1 on. */
final class TrainingFigures {
    private static final int FIRST_STEP = 1;
    private static final int PREDICTOR = 1;
    private static final int ORACLE = 4;
    private static final int SCALARS = 5;
    private static final int UNTRAINED = 6;

    private TrainingFigures() {}

    static List<Figure> all() {
        return List.of(
                new Chart(
                        "error",
                        Axis.linear("round"),
                        Axis.log("rmse"),
                        Layer.line("errorOf.predictor", PREDICTOR),
                        Layer.horizontalRule("errorUntrained", UNTRAINED),
                        Layer.horizontalRule("errorScalars", SCALARS),
                        Layer.horizontalRule("errorOracle", ORACLE)),
                new Figure.Tiles(
                        "numbers",
                        "errorUntrained",
                        "errorScalars",
                        "errorPredicted",
                        "errorOracle",
                        "secondsScalars",
                        "secondsPredictor"),
                new Chart(
                        "valley",
                        Axis.linear("r"),
                        Axis.log("stepLoss"),
                        Layer.line("valley.*", FIRST_STEP)),
                new Figure.Table("middles"),
                new Chart(
                        "loss",
                        Axis.linear("round"),
                        Axis.log("scaledLoss"),
                        Layer.line("scaledLoss.*", FIRST_STEP)),
                new Chart(
                        "middle",
                        Axis.linear("round"),
                        Axis.fromZero("r"),
                        Layer.line("predictedMiddle.*", FIRST_STEP)));
    }
}
