package spaceslab.essay.transformervq.ui;

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
 * Figures by experiment. Quantised keys are slot 1, window only 2, random codebooks 3, the
 * quadratic form over quantised keys 4, libtorch 5, moving averages 6, full attention 7.
 */
@Component
final class TransformerVqFigures implements EssayFigures {
    static final int QUANTISED = 1;
    static final int BOUND = 2;
    static final int ALONE = 8;
    static final int FUSED = 5;
    static final int ORACLE = 4;
    static final int FULL = 7;

    @Override
    public String topic() {
        return "transformer-vq";
    }

    @Override
    public Map<String, List<Figure>> byExperiment() {
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        figures.put("recall", recall());
        figures.put("maps", SequenceFigures.maps());
        figures.put("cache", SequenceFigures.cache());
        figures.put("cost", cost());
        figures.put("gradients", SequenceFigures.gradients());
        figures.put("recallTraining", TrainingFigures.recall());
        figures.put("language", TrainingFigures.language());
        figures.put("conversion", TrainingFigures.conversion());
        return figures;
    }

    private static List<Figure> recall() {
        return List.of(
                new Chart(
                        "recall",
                        Axis.log("codes"),
                        Axis.fromZero("share"),
                        Layer.line("recall", QUANTISED),
                        Layer.dashed("majority", ORACLE),
                        Layer.dashed("alone", ALONE),
                        Layer.dotted("pigeonhole", BOUND),
                        Layer.horizontalRule("fullRecall", FULL),
                        Layer.verticalRule("distinctKeys", BOUND)),
                new Figure.Tiles(
                        "numbers",
                        "recallHere",
                        "majorityHere",
                        "aloneHere",
                        "usedHere",
                        "fullRecall"),
                new Chart(
                        "load",
                        Axis.linear("codeRank"),
                        Axis.fromZero("keysInCode"),
                        Layer.bars("load", QUANTISED)),
                new Figure.Table("codebooks"));
    }

    private static List<Figure> cost() {
        return List.of(
                new Chart(
                        "time",
                        Axis.log("length"),
                        Axis.log("seconds"),
                        Layer.line("time.linear", QUANTISED),
                        Layer.line("time.quadratic", FULL),
                        Layer.line("time.fused", FUSED)),
                new Figure.Tiles(
                        "numbers",
                        "slopeLinear",
                        "slopeQuadratic",
                        "slopeFused",
                        "gainOverFused",
                        "crossover"),
                new Chart(
                        "memory",
                        Axis.log("length"),
                        Axis.log("memoryBytes"),
                        Layer.line("memory.linear", QUANTISED),
                        Layer.line("memory.quadratic", FULL),
                        Layer.dotted("memory.scores", FULL)),
                new Figure.Tiles("estimate", "memoryLinear", "memoryQuadratic", "memoryScores"),
                new Figure.Table("times"),
                new Figure.Table("states"));
    }
}
