package spaceslab.essay.pretraining.ui;

import java.util.ArrayList;
import java.util.List;
import spaceslab.chart.Axis;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;

/**
 * Figures of the two arms that several experiments show. Slots: from scratch 6, after
 * self-pretraining 1, limits and the beginning 7.
 */
final class ArmFigures {
    static final int PRETRAINED = 1;
    static final int SCRATCH = 6;
    static final int LIMIT = 7;
    private static final int RUNS = 4;

    private ArmFigures() {}

    /** Both arms' accuracies by step, a line for each seed. */
    static Figure accuracy(Layer... rules) {
        List<Layer> layers = new ArrayList<>();
        for (int run = 1; run <= RUNS; run++) {
            layers.add(Layer.dashed("scratch.run" + run, SCRATCH));
        }
        for (int run = 1; run <= RUNS; run++) {
            layers.add(Layer.line("pretrained.run" + run, PRETRAINED));
        }
        layers.addAll(List.of(rules));
        return new Chart(
                "accuracy", Axis.linear("totalSteps"), Axis.linear("testAccuracy"), layers);
    }

    /** Means and spreads over seeds. */
    static Figure numbers() {
        return new Figure.Tiles(
                "numbers",
                "meanScratch",
                "meanPretrained",
                "gain",
                "leastGain",
                "spreadScratch",
                "spreadPretrained",
                "meanPredicted");
    }

    /** Hidden tokens that self-pretraining fills in, by step. */
    static Figure predicted(Layer rule) {
        List<Layer> layers = new ArrayList<>();
        for (int run = 1; run <= RUNS; run++) {
            layers.add(Layer.line("predicted.run" + run, PRETRAINED));
        }
        layers.add(rule);
        return new Chart(
                "predicted", Axis.linear("step"), Axis.linear("predictedAccuracy"), layers);
    }

    /** How much comes from which distance in the sequence: attention, or a kernel. */
    static Figure byDistance(Layer... rules) {
        List<Layer> layers = new ArrayList<>();
        for (String series : List.of("kernel", "reach")) {
            layers.add(Layer.dotted(series + ".initial", LIMIT));
            layers.add(Layer.dashed(series + ".scratch", SCRATCH));
            layers.add(Layer.line(series + ".pretrained", PRETRAINED));
        }
        layers.addAll(List.of(rules));
        return new Chart("byDistance", Axis.linear("distance"), Axis.fromZero("reach"), layers);
    }

    /** What comes from nearby, before and after. */
    static Figure locality() {
        return new Figure.Tiles(
                "locality",
                "uniformLocality",
                "localityInitial",
                "localityPretrained",
                "localityScratch");
    }
}
