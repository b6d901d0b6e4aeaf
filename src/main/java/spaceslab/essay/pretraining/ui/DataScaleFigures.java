package spaceslab.essay.pretraining.ui;

import java.util.List;
import spaceslab.chart.Axis;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;

/** Figures of both arms by the number of training pictures. */
final class DataScaleFigures {
    private DataScaleFigures() {}

    static List<Figure> dataScale() {
        return List.of(
                new Chart(
                        "bySize",
                        Axis.log("images"),
                        Axis.linear("testAccuracy"),
                        Layer.line("scratch", ArmFigures.SCRATCH),
                        Layer.line("pretrained", ArmFigures.PRETRAINED),
                        Layer.horizontalRule("bayes", ArmFigures.LIMIT)),
                new Chart(
                        "gains",
                        Axis.log("images"),
                        Axis.fromZero("points"),
                        Layer.line("gain", ArmFigures.PRETRAINED)),
                new Figure.Table("sizes"),
                new Figure.Table("arms"),
                new Chart(
                        "curves",
                        Axis.linear("totalSteps"),
                        Axis.linear("testAccuracy"),
                        Layer.dashed("scratchCurve.*", 1),
                        Layer.line("pretrainedCurve.*", 1),
                        Layer.verticalRule("switch", ArmFigures.LIMIT)));
    }
}
