package spaceslab.essay.emo.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import spaceslab.base.ui.EssayFigures;
import spaceslab.chart.Axis;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;

/**
 * Figures by experiment. A loss keeps its slot; where two share one, the second is dashed. The
 * exact transport is slot 7, what the data have slot 8.
 */
@Component
final class EmoFigures implements EssayFigures {
    private static final int TRANSPORT = 7;
    private static final int DATA = 8;

    /** A loss, its slot, and whether it is the second one there. */
    private record Slot(String loss, int slot, boolean second) {}

    private static final List<Slot> LOSSES =
            List.of(
                    new Slot("mle", 1, false),
                    new Slot("emo", 2, false),
                    new Slot("mode1", 3, false),
                    new Slot("mode1Detached", 3, true),
                    new Slot("mode2", 4, false),
                    new Slot("labelSmoothing", 4, true),
                    new Slot("mixed", 5, false),
                    new Slot("taiLr", 5, true),
                    new Slot("totalVariation", 6, false),
                    new Slot("mixCe", 6, true));

    @Override
    public String topic() {
        return "emo";
    }

    @Override
    public Map<String, List<Figure>> byExperiment() {
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        figures.put("microscope", microscope());
        figures.put("minimisers", minimisers());
        figures.put("toyLanguage", toyLanguage());
        figures.put("toySweep", toySweep());
        figures.put("language", LanguageFigures.language());
        figures.put("pretrain", LanguageFigures.pretrain());
        figures.put("distances", distances());
        figures.put("entropic", entropic());
        return figures;
    }

    private static List<Figure> microscope() {
        return List.of(
                Chart.plane(
                        "sphere",
                        "across",
                        "up",
                        Layer.line("rim", DATA),
                        Layer.regions("ribbon", TRANSPORT),
                        Layer.regions("probability", 1),
                        Layer.regions("goal", 2),
                        Layer.points("token.*", 1)),
                new Figure.Tiles(
                        "numbers",
                        "transport",
                        "bound",
                        "entropic",
                        "totalVariation",
                        "crossEntropy",
                        "medoid",
                        "triangleExcess"),
                new Chart(
                        "gradients",
                        Axis.category("token"),
                        Axis.fromZero("gradient"),
                        bars("gradient", Layer.bars("gradient.transport", TRANSPORT))),
                new Figure.Table("losses"),
                new Chart(
                        "plan",
                        Axis.category("toToken"),
                        Axis.category("fromToken"),
                        Layer.heat("plan")),
                new Chart(
                        "productPlan",
                        Axis.category("toToken"),
                        Axis.category("fromToken"),
                        Layer.heat("productPlan")),
                new Chart(
                        "entropicPlan",
                        Axis.category("toToken"),
                        Axis.category("fromToken"),
                        Layer.heat("entropicPlan")),
                new Chart(
                        "cost",
                        Axis.category("toToken"),
                        Axis.category("fromToken"),
                        Layer.heat("cost")),
                new Chart(
                        "marginal",
                        Axis.linear("round"),
                        Axis.log("marginalError"),
                        Layer.line("marginal", TRANSPORT)),
                new Chart("pull", Axis.linear("margin"), Axis.log("pull"), lines("pullAt")));
    }

    private static List<Figure> minimisers() {
        return List.of(
                new Chart(
                        "endpoints",
                        Axis.category("token"),
                        Axis.fromZero("probability"),
                        bars("end", Layer.bars("data", DATA))),
                new Figure.Tiles(
                        "numbers",
                        "medoid",
                        "medoidCost",
                        "mode",
                        "modeCost",
                        "boundAtData",
                        "entropy"),
                new Figure.Table("ends"),
                new Chart(
                        "divergence",
                        Axis.log("step"),
                        Axis.fromZero("divergence"),
                        lines("divergence")),
                new Chart("share", Axis.log("step"), Axis.fromZero("share"), lines("share")));
    }

    private static List<Figure> toyLanguage() {
        return List.of(
                new Chart(
                        "testLoss",
                        Axis.linear("step"),
                        Axis.linear("testLoss"),
                        lines("testLoss", Layer.horizontalRule("trueEntropy", DATA))),
                new Chart(
                        "plane",
                        Axis.linear("testLoss"),
                        Axis.linear("sampleLoss"),
                        lines("plane")),
                new Figure.Table("ends"),
                new Chart(
                        "sampleLoss",
                        Axis.linear("step"),
                        Axis.linear("sampleLoss"),
                        lines("sampleLoss", Layer.horizontalRule("trueEntropy", DATA))),
                new Chart(
                        "entropy",
                        Axis.linear("step"),
                        Axis.fromZero("entropy"),
                        lines("entropy", Layer.horizontalRule("trueEntropy", DATA))),
                new Chart("meaning", Axis.linear("step"), Axis.log("meaning"), lines("meaning")),
                new Figure.Tiles("numbers", "words", "trueEntropy", "synonymCost", "otherCost"),
                table("truth"),
                table("learnedFirst"),
                table("learnedLast"));
    }

    private static Chart table(String grid) {
        return new Chart(grid, Axis.category("nextWord"), Axis.category("word"), Layer.heat(grid));
    }

    private static List<Figure> toySweep() {
        return List.of(
                new Chart("gap", Axis.category("varied"), Axis.fromZero("gap"), lines("gap")),
                new Chart(
                        "bestLoss",
                        Axis.category("varied"),
                        Axis.linear("testLoss"),
                        lines("bestLoss")),
                new Chart(
                        "finalLoss",
                        Axis.category("varied"),
                        Axis.linear("testLoss"),
                        lines("finalLoss")),
                new Chart(
                        "sampleLoss",
                        Axis.category("varied"),
                        Axis.linear("sampleLoss"),
                        lines("sampleLoss")),
                new Chart(
                        "reached",
                        Axis.category("varied"),
                        Axis.log("reachedStep"),
                        lines("reached")),
                new Figure.Table("runs"));
    }

    private static List<Figure> distances() {
        return List.of(
                new Chart(
                        "bumps",
                        Axis.linear("place"),
                        Axis.fromZero("mass"),
                        Layer.line("bump.still", 1),
                        Layer.line("bump.moved", 2)),
                new Figure.Tiles(
                        "numbers",
                        "transport",
                        "entropic",
                        "kullbackLeibler",
                        "jensenShannon",
                        "totalVariation",
                        "hellinger"),
                new Chart(
                        "distance",
                        Axis.linear("shift"),
                        Axis.fromZero("distance"),
                        distanceLines("distance", Layer.verticalRule("shift", DATA))),
                new Chart(
                        "slope",
                        Axis.linear("shift"),
                        Axis.fromZero("slope"),
                        distanceLines("slope")),
                new Chart(
                        "plan",
                        Axis.category("toPlace"),
                        Axis.category("fromPlace"),
                        Layer.heat("plan")));
    }

    private static List<Layer> distanceLines(String series, Layer... more) {
        List<Layer> layers = new ArrayList<>(List.of(more));
        layers.add(Layer.line(series + ".transport", TRANSPORT));
        layers.add(Layer.dashed(series + ".entropic", TRANSPORT));
        layers.add(Layer.line(series + ".kullbackLeibler", 1));
        layers.add(Layer.line(series + ".jensenShannon", 3));
        layers.add(Layer.line(series + ".totalVariation", 6));
        layers.add(Layer.line(series + ".hellinger", 4));
        return layers;
    }

    private static List<Figure> entropic() {
        return List.of(
                new Chart(
                        "marginal",
                        Axis.linear("round"),
                        Axis.log("marginalError"),
                        Layer.line("marginal", TRANSPORT)),
                new Figure.Tiles(
                        "numbers",
                        "exact",
                        "entropic",
                        "independent",
                        "rounds",
                        "error",
                        "entropicTime",
                        "exactTime"),
                new Chart("gap", Axis.log("epsilon"), Axis.log("price"), Layer.line("price", 1)),
                new Figure.Table("strengths"));
    }

    /** A curve of each loss that the run has. */
    private static List<Layer> lines(String series, Layer... more) {
        List<Layer> layers = new ArrayList<>(List.of(more));
        for (Slot one : LOSSES) {
            String name = series + "." + one.loss();
            layers.add(
                    one.second() ? Layer.dashed(name, one.slot()) : Layer.line(name, one.slot()));
        }
        return layers;
    }

    private static List<Layer> bars(String series, Layer... more) {
        List<Layer> layers = new ArrayList<>(List.of(more));
        for (Slot one : LOSSES) {
            layers.add(Layer.bars(series + "." + one.loss(), one.slot()));
        }
        return layers;
    }
}
