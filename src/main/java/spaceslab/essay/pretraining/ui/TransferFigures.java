package spaceslab.essay.pretraining.ui;

import java.util.ArrayList;
import java.util.List;
import spaceslab.chart.Axis;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;

/** Figures of the two arms. Slots: from scratch 6, after self-pretraining 1, limits 7. */
final class TransferFigures {
    private static final int RUNS = 4;
    private static final int PRETRAINED = 1;
    private static final int SCRATCH = 6;
    private static final int LIMIT = 7;

    private TransferFigures() {}

    static List<Figure> transfer() {
        List<Figure> figures = new ArrayList<>();
        figures.add(
                new Chart(
                        "accuracy",
                        Axis.linear("totalSteps"),
                        Axis.linear("testAccuracy"),
                        runs(
                                List.of(
                                        Layer.horizontalRule("bayes", LIMIT),
                                        Layer.verticalRule("switch", LIMIT)))));
        figures.add(
                new Figure.Tiles(
                        "numbers",
                        "meanScratch",
                        "meanPretrained",
                        "gain",
                        "leastGain",
                        "spreadScratch",
                        "spreadPretrained",
                        "meanPredicted"));
        figures.add(new Figure.Table("runs"));
        figures.add(
                new Chart(
                        "predicted",
                        Axis.linear("step"),
                        Axis.linear("predictedAccuracy"),
                        predicted()));
        for (String when : List.of("initial", "pretrained", "scratch")) {
            figures.add(heat("attention", when));
        }
        figures.add(
                new Figure.Tiles(
                        "locality",
                        "uniformLocality",
                        "localityInitial",
                        "localityPretrained",
                        "localityScratch"));
        for (String when : List.of("initial", "pretrained", "scratch")) {
            figures.add(heat("similarity", when));
        }
        return List.copyOf(figures);
    }

    private static List<Layer> runs(List<Layer> rules) {
        List<Layer> layers = new ArrayList<>();
        for (int run = 1; run <= RUNS; run++) {
            layers.add(Layer.dashed("scratch.run" + run, SCRATCH));
        }
        for (int run = 1; run <= RUNS; run++) {
            layers.add(Layer.line("pretrained.run" + run, PRETRAINED));
        }
        layers.addAll(rules);
        return layers;
    }

    private static List<Layer> predicted() {
        List<Layer> layers = new ArrayList<>();
        for (int run = 1; run <= RUNS; run++) {
            layers.add(Layer.line("predicted.run" + run, PRETRAINED));
        }
        layers.add(Layer.horizontalRule("optimum", LIMIT));
        return layers;
    }

    private static Figure heat(String grid, String when) {
        return new Chart(
                grid + when.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + when.substring(1),
                Axis.category("column"),
                Axis.category("row"),
                Layer.heat(grid + "." + when));
    }
}
