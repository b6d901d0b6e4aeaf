package spaceslab.essay.fsq.ui;

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
 * Figures by experiment. Slots: the paper's form 1, the essay's 2, the symmetric 3, the printed
 * shift 4; gradient codebook 6, moving average 5, with reset 8; inputs, dead codes and what is not
 * quantised 7.
 */
@Component
final class FsqFigures implements EssayFigures {
    static final int TANH = 1;
    static final int SIGMOID = 2;
    static final int SYMMETRIC = 3;
    static final int PRINTED = 4;
    static final int AVERAGE = 5;
    static final int GRADIENT = 6;
    static final int QUIET = 7;
    static final int RESET = 8;

    @Override
    public String topic() {
        return "fsq";
    }

    @Override
    public Map<String, List<Figure>> byExperiment() {
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        figures.put("quantiser", quantiser());
        figures.put("collapse", collapse());
        figures.put("compare", TrainedFigures.compare());
        figures.put("sizes", TrainedFigures.sizes());
        figures.put("generation", GenerationFigures.all());
        return figures;
    }

    private static List<Figure> quantiser() {
        return List.of(
                new Chart(
                        "staircase",
                        Axis.linear("z"),
                        Axis.fromZero("digit"),
                        Layer.line("stair", RESET),
                        Layer.dashed("position", QUIET),
                        Layer.dotted("slope", GRADIENT),
                        Layer.points("input", AVERAGE)),
                new Figure.Tiles(
                        "numbers", "size", "sizeBits", "index", "used", "usage", "perplexity"),
                new Figure.Table("digits"),
                new Chart(
                        "odometer",
                        Axis.category("index"),
                        Axis.category("coordinate"),
                        Layer.heat("odometer")),
                Chart.plane(
                        "lattice",
                        "firstDigit",
                        "secondDigit",
                        Layer.points("encoded", QUIET),
                        Layer.points("latticeUnused", GRADIENT),
                        Layer.points("latticeUsed", RESET)),
                new Chart(
                        "bins",
                        Axis.category("digit"),
                        Axis.fromZero("probability"),
                        Layer.bars("bins.tanh", TANH),
                        Layer.bars("bins.sigmoid", SIGMOID),
                        Layer.bars("bins.symmetric", SYMMETRIC),
                        Layer.bars("bins.tanhPublished", PRINTED)),
                new Chart(
                        "entropy",
                        Axis.log("sigma"),
                        Axis.fromZero("entropy"),
                        Layer.line("entropyOfSigma.tanh", TANH),
                        Layer.line("entropyOfSigma.sigmoid", SIGMOID),
                        Layer.dashed("entropyOfSigma.symmetric", SYMMETRIC),
                        Layer.dotted("entropyOfSigma.tanhPublished", PRINTED),
                        Layer.horizontalRule("largestBits", QUIET),
                        Layer.verticalRule("sigma", QUIET)),
                new Figure.Table("forms"),
                new Chart(
                        "shares", Axis.log("rank"), Axis.log("share"), Layer.line("share", RESET)));
    }

    private static List<Figure> collapse() {
        return List.of(
                Chart.plane(
                        "cells",
                        "x",
                        "y",
                        Layer.regions("cellsDead", QUIET),
                        Layer.regions("cellsAlive", AVERAGE),
                        Layer.points("inputs", QUIET),
                        Layer.points("dead", PRINTED),
                        Layer.points("alive", GRADIENT)),
                new Figure.Tiles("numbers", "step", "used", "usage", "perplexity", "distortion"),
                new Chart(
                        "used",
                        Axis.linear("step"),
                        Axis.fromZero("used"),
                        Layer.line("usedCodes.gradient", GRADIENT),
                        Layer.line("usedCodes.ema", AVERAGE),
                        Layer.line("usedCodes.emaReset", RESET),
                        Layer.horizontalRule("codes", QUIET)),
                new Chart(
                        "perplexity",
                        Axis.linear("step"),
                        Axis.fromZero("perplexity"),
                        Layer.line("perplexityAt.gradient", GRADIENT),
                        Layer.line("perplexityAt.ema", AVERAGE),
                        Layer.line("perplexityAt.emaReset", RESET)),
                new Chart(
                        "distortion",
                        Axis.linear("step"),
                        Axis.log("distortion"),
                        Layer.line("distortionAt.gradient", GRADIENT),
                        Layer.line("distortionAt.ema", AVERAGE),
                        Layer.line("distortionAt.emaReset", RESET)),
                new Figure.Table("methods"),
                new Chart(
                        "shares",
                        Axis.linear("rank"),
                        Axis.fromZero("share"),
                        Layer.bars("share", AVERAGE)));
    }
}
