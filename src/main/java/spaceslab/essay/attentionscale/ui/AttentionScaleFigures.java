package spaceslab.essay.attentionscale.ui;

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
 * Figures by experiment. Slots: drawn median 1, mean-field 2, limit of the mean 3, fits 4 and 5,
 * entropies (and what is compared by entropy) 6, 7, 8.
 */
@Component
final class AttentionScaleFigures implements EssayFigures {
    private static final int DRAWN = 1;
    private static final int MEAN_FIELD = 2;
    private static final int LIMIT = 3;
    private static final int FIT_SQRT = 4;
    private static final int FIT_LOG = 5;
    private static final int FIRST_ENTROPY = 6;
    private static final int SECOND_ENTROPY = 7;
    private static final int THIRD_ENTROPY = 8;

    @Override
    public String topic() {
        return "attention-scale";
    }

    @Override
    public Map<String, List<Figure>> byExperiment() {
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        figures.put("curve", curve());
        figures.put("sweep", sweep());
        figures.put("sample", sample());
        figures.put("causal", causal());
        figures.put("jacobian", jacobian());
        figures.put("training", TrainingFigures.all());
        return figures;
    }

    private static List<Figure> curve() {
        return List.of(
                new Chart(
                        "gradient",
                        Axis.fromZero("alpha"),
                        Axis.fromZero("gradient"),
                        Layer.line("gradient", MEAN_FIELD),
                        Layer.line("overlay.*", LIMIT),
                        Layer.verticalRule("alphaOne", THIRD_ENTROPY),
                        Layer.verticalRule("alphaEssay", FIT_LOG),
                        Layer.mark("alphaStar", "gradientStar", MEAN_FIELD)),
                new Figure.Tiles(
                        "numbers",
                        "alphaStar",
                        "gradientStar",
                        "gradientOne",
                        "gradientEssay",
                        "alphaEnd",
                        "shannonStar",
                        "renyi2Star"),
                new Chart(
                        "entropies",
                        Axis.fromZero("alpha"),
                        Axis.fromZero("entropy"),
                        Layer.line("shannon", FIRST_ENTROPY),
                        Layer.line("renyi2", SECOND_ENTROPY),
                        Layer.verticalRule("alphaStar", MEAN_FIELD)),
                new Figure.Table("optima"));
    }

    private static List<Figure> sweep() {
        return List.of(
                new Chart(
                        "optima",
                        Axis.log("n"),
                        Axis.linear("alphaStar"),
                        Layer.line("alphaStar", MEAN_FIELD),
                        Layer.dashed("fitSqrt", FIT_SQRT),
                        Layer.dashed("fitLog", FIT_LOG)),
                new Figure.Tiles(
                        "numbers",
                        "coefficientSqrt",
                        "coefficientLog",
                        "smallestAlpha",
                        "largestAlpha",
                        "shareEssay"),
                new Chart(
                        "residuals",
                        Axis.log("n"),
                        Axis.linear("residual"),
                        Layer.line("residualSqrt", FIT_SQRT),
                        Layer.line("residualLog", FIT_LOG)),
                new Figure.Table("fits"),
                new Chart(
                        "entropies",
                        Axis.log("n"),
                        Axis.linear("entropy"),
                        Layer.line("shannonOptimal", FIRST_ENTROPY),
                        Layer.line("shannonFixed", SECOND_ENTROPY),
                        Layer.line("shannonInvariant", THIRD_ENTROPY),
                        Layer.dashed("renyi2Optimal", FIRST_ENTROPY),
                        Layer.dashed("renyi2Fixed", SECOND_ENTROPY),
                        Layer.dashed("renyi2Invariant", THIRD_ENTROPY)),
                new Figure.Table("spreads"));
    }

    private static List<Figure> sample() {
        return List.of(
                new Chart(
                        "gradient",
                        Axis.fromZero("alpha"),
                        Axis.fromZero("gradient"),
                        Layer.line("median", DRAWN),
                        Layer.line("own", DRAWN),
                        Layer.dotted("mean", LIMIT),
                        Layer.line("meanField", MEAN_FIELD),
                        Layer.horizontalRule("meanLimit", LIMIT),
                        Layer.verticalRule("alphaStar", MEAN_FIELD),
                        Layer.verticalRule("drawnMedian", DRAWN),
                        Layer.verticalRule("ownOptimum", DRAWN)),
                new Figure.Tiles(
                        "numbers",
                        "drawnMedian",
                        "drawnLower",
                        "drawnUpper",
                        "medianCurveOptimum",
                        "alphaStar",
                        "meanLimit",
                        "censored",
                        "ownOptimum",
                        "ownGradient"),
                new Chart(
                        "histogram",
                        Axis.log("optimum"),
                        Axis.fromZero("share"),
                        Layer.bars("histogram", DRAWN),
                        Layer.verticalRule("alphaStar", MEAN_FIELD),
                        Layer.verticalRule("drawnMedian", DRAWN)),
                new Chart(
                        "draws",
                        Axis.linear("draw"),
                        Axis.log("optimum"),
                        Layer.points("optimum", DRAWN),
                        Layer.horizontalRule("drawnMedian", DRAWN),
                        Layer.horizontalRule("alphaStar", MEAN_FIELD)),
                new Figure.Table("optima"));
    }

    private static List<Figure> causal() {
        return List.of(
                new Chart(
                        "optima",
                        Axis.log("position"),
                        Axis.linear("alphaStar"),
                        Layer.line("alphaStar", MEAN_FIELD),
                        Layer.horizontalRule("halfAlpha", FIT_SQRT),
                        Layer.horizontalRule("bestAlpha", FIT_LOG)),
                new Chart(
                        "kept",
                        Axis.log("position"),
                        Axis.fromZero("kept"),
                        Layer.line("keptHalf", FIT_SQRT),
                        Layer.line("keptBest", FIT_LOG),
                        Layer.dashed("keptHarmonic", FIRST_ENTROPY),
                        Layer.dashed("keptWhole", SECOND_ENTROPY),
                        Layer.dotted("keptUsual", THIRD_ENTROPY)),
                new Figure.Table("compromises"),
                new Chart(
                        "entropies",
                        Axis.log("position"),
                        Axis.fromZero("entropy"),
                        Layer.line("shannonOptimal", FIRST_ENTROPY),
                        Layer.line("shannonHalf", FIT_SQRT),
                        Layer.line("shannonUsual", THIRD_ENTROPY)));
    }

    private static List<Figure> jacobian() {
        return List.of(
                new Chart(
                        "jacobian",
                        Axis.linear("scoreIndex"),
                        Axis.linear("probabilityIndex"),
                        new Layer.Heat("jacobian", true)),
                new Figure.Tiles(
                        "numbers",
                        "gradient",
                        "halfL1",
                        "trace",
                        "renyi2",
                        "shannon",
                        "largestEigenvalue",
                        "ownOptimum"),
                new Chart(
                        "probabilities",
                        Axis.linear("scoreIndex"),
                        Axis.fromZero("probability"),
                        Layer.bars("probability", FIRST_ENTROPY)),
                new Chart(
                        "eigenvalues",
                        Axis.linear("eigenvalueIndex"),
                        Axis.fromZero("eigenvalue"),
                        Layer.points("eigenvalue", SECOND_ENTROPY),
                        Layer.horizontalRule("lowerBound", FIT_SQRT),
                        Layer.horizontalRule("upperBound", FIT_LOG)));
    }
}
