package spaceslab.essay.nonlinearrnn.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spaceslab.chart.Axis;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;

/**
 * Figures of the two training experiments. Slots: DEER (Newton) 1, sweeps (B = A) 2, stack 4, a
 * cold start 5, test losses 6, baselines 7, the sequential RNN 8; single n take slots from 2 on.
 */
public final class TrainingFigures {
    private static final int DEER = 1;
    private static final int SWEEPS = 2;
    private static final int STACK = 4;
    private static final int COLD = 5;
    private static final int TEST = 6;
    private static final int BASELINE = 7;
    private static final int TRUTH = 8;

    private TrainingFigures() {}

    static Map<String, List<Figure>> byExperiment() {
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        figures.put("training", training());
        figures.put("sweeps", sweeps());
        return figures;
    }

    private static List<Figure> training() {
        return List.of(
                new Chart(
                        "loss",
                        Axis.linear("step"),
                        Axis.log("loss"),
                        Layer.line("lossBptt", TRUTH),
                        Layer.dashed("lossDeer", DEER),
                        Layer.points("testDeer", TEST),
                        Layer.horizontalRule("baseline", BASELINE)),
                new Chart(
                        "iterations",
                        Axis.linear("step"),
                        Axis.fromZero("newtonIterations"),
                        Layer.line("iterations", DEER),
                        Layer.points("iterationsCold", COLD)),
                new Figure.Tiles(
                        "numbers",
                        "largestDifference",
                        "largestGradientDifference",
                        "testLossDeer",
                        "rightDeer",
                        "iterationsLast",
                        "iterationsLastCold"),
                new Chart(
                        "difference",
                        Axis.linear("step"),
                        Axis.log("lossDifference"),
                        Layer.points("difference", DEER),
                        Layer.horizontalRule("differenceBound", BASELINE)),
                new Figure.Tiles(
                        "costs",
                        "depthBptt",
                        "depthDeer",
                        "multiplicationsBptt",
                        "multiplicationsDeer",
                        "stepTimeBptt",
                        "stepTimeDeer"),
                new Figure.Table("epochs"));
    }

    private static List<Figure> sweeps() {
        return List.of(
                new Chart(
                        "final",
                        Axis.linear("sweepsOrLayers"),
                        Axis.log("testLoss"),
                        Layer.line("finalSweeps", SWEEPS),
                        Layer.points("finalSweeps", SWEEPS),
                        Layer.line("finalStack", STACK),
                        Layer.points("finalStack", STACK),
                        Layer.horizontalRule("finalRnn", TRUTH),
                        Layer.horizontalRule("baseline", BASELINE)),
                new Chart(
                        "lossSweeps",
                        Axis.linear("step"),
                        Axis.log("loss"),
                        Layer.line("lossRnn", TRUTH),
                        Layer.line("lossSweeps.*", SWEEPS),
                        Layer.horizontalRule("baseline", BASELINE)),
                new Chart(
                        "lossStack",
                        Axis.linear("step"),
                        Axis.log("loss"),
                        Layer.line("lossRnn", TRUTH),
                        Layer.line("lossStack.*", SWEEPS),
                        Layer.horizontalRule("baseline", BASELINE)),
                new Figure.Tiles(
                        "numbers",
                        "finalRnn",
                        "bestSweeps",
                        "bestSweepsN",
                        "bestStack",
                        "bestStackN",
                        "stackBetter"),
                new Figure.Table("models"));
    }
}
