package spaceslab.essay.attentionscale.ui;

import java.util.List;
import spaceslab.chart.Axis;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;

/**
 * Figures of the training. Scales take the slots from 1 on in ascending order; elsewhere measured
 * is 1, mean-field 2, the common rate 4, the best rate 5, after training 6, rules 8.
 */
final class TrainingFigures {
    private static final int FIRST_SCALE = 1;
    private static final int MEASURED = 1;
    private static final int MEAN_FIELD = 2;
    private static final int COMMON_RATE = 4;
    private static final int BEST_RATE = 5;
    private static final int TRAINED = 6;
    private static final int LEVEL = 8;

    private TrainingFigures() {}

    static List<Figure> all() {
        return List.of(
                loss("loss", "loss.*"),
                new Figure.Tiles(
                        "numbers",
                        "steepest",
                        "steepestGradient",
                        "steepestSteps",
                        "steepestBestSteps",
                        "fastest",
                        "fastestSteps",
                        "fastestBest",
                        "fastestBestRate",
                        "fastestBestSteps",
                        "deviationStart"),
                new Chart(
                        "steps",
                        Axis.log("alpha"),
                        Axis.log("stepsNeeded"),
                        Layer.line("stepsCommon", COMMON_RATE),
                        Layer.points("stepsCommon", COMMON_RATE),
                        Layer.line("stepsBest", BEST_RATE),
                        Layer.points("stepsBest", BEST_RATE),
                        Layer.verticalRule("alphaStar", MEAN_FIELD)),
                new Chart(
                        "gradients",
                        Axis.fromZero("alpha"),
                        Axis.fromZero("gradient"),
                        Layer.line("meanField", MEAN_FIELD),
                        Layer.line("gradientStart", MEASURED),
                        Layer.points("gradientStart", MEASURED),
                        Layer.points("gradientEnd", TRAINED)),
                new Chart(
                        "stepsByRate",
                        Axis.log("rate"),
                        Axis.log("stepsNeeded"),
                        Layer.line("stepsAt.*", FIRST_SCALE),
                        Layer.points("stepsAt.*", FIRST_SCALE)),
                loss("lossBest", "lossBest.*"),
                new Figure.Table("scales"),
                new Figure.Table("trainings"));
    }

    private static Chart loss(String id, String series) {
        return new Chart(
                id,
                Axis.fromZero("step"),
                Axis.fromZero("loss"),
                Layer.line(series, FIRST_SCALE),
                Layer.horizontalRule("baseline", LEVEL),
                Layer.horizontalRule("thresholdLoss", LEVEL));
    }
}
