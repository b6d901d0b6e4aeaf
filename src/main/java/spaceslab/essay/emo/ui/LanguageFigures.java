package spaceslab.essay.emo.ui;

import java.util.ArrayList;
import java.util.List;
import spaceslab.chart.Axis;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;

/** Figures of the real model; losses have the slots of {@link EmoFigures}, the text slot 8. */
final class LanguageFigures {
    private static final int TEXT = 8;
    private static final int MLE = 1;
    private static final int EMO = 2;
    private static final int MODE1 = 3;
    private static final int MODE2 = 4;
    private static final int MIXED = 5;
    private static final int TOTAL_VARIATION = 6;
    private static final int ADAPTIVE = 7;

    private LanguageFigures() {}

    static List<Figure> language() {
        return List.of(
                new Chart(
                        "test",
                        Axis.linear("step"),
                        Axis.log("testPerplexity"),
                        lines("testPerplexity")),
                new Chart(
                        "sampled",
                        Axis.linear("step"),
                        Axis.log("samplePerplexity"),
                        lines("samplePerplexity", Layer.horizontalRule("textPerplexity", TEXT))),
                new Chart(
                        "plane",
                        Axis.log("samplePerplexity"),
                        Axis.log("testPerplexity"),
                        lines("plane", Layer.verticalRule("textPerplexity", TEXT))),
                new Figure.Table("arms"),
                new Figure.Table("ends"),
                new Figure.Table("samples"));
    }

    static List<Figure> pretrain() {
        return List.of(
                new Chart(
                        "curve",
                        Axis.linear("step"),
                        Axis.log("perplexity"),
                        Layer.line("validationPerplexity", MLE),
                        Layer.dotted("trainingPerplexity", MLE)),
                new Figure.Tiles(
                        "numbers",
                        "weights",
                        "bestStep",
                        "testPerplexity",
                        "shippedPerplexity",
                        "largestDifference",
                        "meanCosine"),
                new Figure.Table("neighbours"),
                new Figure.Table("written"));
    }

    /** A curve of each loss that the run has; the second loss of a slot is dashed. */
    private static List<Layer> lines(String series, Layer... more) {
        List<Layer> layers = new ArrayList<>(List.of(more));
        layers.add(Layer.line(series + ".mle", MLE));
        layers.add(Layer.line(series + ".emo", EMO));
        layers.add(Layer.line(series + ".mode1", MODE1));
        layers.add(Layer.dashed(series + ".mode1Shuffled", MODE1));
        layers.add(Layer.line(series + ".mode2", MODE2));
        layers.add(Layer.dashed(series + ".labelSmoothing", MODE2));
        layers.add(Layer.line(series + ".mixed", MIXED));
        layers.add(Layer.dashed(series + ".taiLr", MIXED));
        layers.add(Layer.line(series + ".totalVariation", TOTAL_VARIATION));
        layers.add(Layer.dashed(series + ".mixCe", TOTAL_VARIATION));
        layers.add(Layer.line(series + ".adaptive", ADAPTIVE));
        return layers;
    }
}
