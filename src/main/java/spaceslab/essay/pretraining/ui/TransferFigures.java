package spaceslab.essay.pretraining.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import spaceslab.chart.Axis;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;

/** Figures of the two arms on pictures. */
final class TransferFigures {
    private TransferFigures() {}

    static List<Figure> transfer() {
        List<Figure> figures = new ArrayList<>();
        figures.add(
                ArmFigures.accuracy(
                        Layer.horizontalRule("bayes", ArmFigures.LIMIT),
                        Layer.verticalRule("switch", ArmFigures.LIMIT)));
        figures.add(ArmFigures.numbers());
        figures.add(new Figure.Table("runs"));
        figures.add(ArmFigures.predicted(Layer.horizontalRule("optimum", ArmFigures.LIMIT)));
        for (String when : List.of("initial", "pretrained", "scratch")) {
            figures.add(heat("attention", when));
        }
        figures.add(ArmFigures.locality());
        figures.add(
                ArmFigures.byDistance(
                        Layer.verticalRule("widthBack", ArmFigures.LIMIT),
                        Layer.verticalRule("width", ArmFigures.LIMIT)));
        for (String when : List.of("initial", "pretrained", "scratch")) {
            figures.add(heat("similarity", when));
        }
        return List.copyOf(figures);
    }

    private static Figure heat(String grid, String when) {
        return new Chart(
                grid + when.substring(0, 1).toUpperCase(Locale.ROOT) + when.substring(1),
                Axis.category("column"),
                Axis.category("row"),
                Layer.heat(grid + "." + when));
    }
}
