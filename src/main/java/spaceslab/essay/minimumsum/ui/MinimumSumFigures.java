package spaceslab.essay.minimumsum.ui;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import spaceslab.base.ui.EssayFigures;
import spaceslab.chart.Axis;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;

/** What the page shows, by experiment. Each algorithm keeps its slot on every chart. */
@Component
final class MinimumSumFigures implements EssayFigures {
    private static final int PRUNED = 1;
    private static final int SQRT = 2;
    private static final int PARITY = 3;
    private static final int SUM_DIFFERENCE = 4;
    private static final int EXHAUSTIVE = 5;
    private static final int SUM = 6;
    private static final int GUESS = 7;
    private static final int SQRT_CLOSED = 8;

    @Override
    public String topic() {
        return "minimum-sum";
    }

    @Override
    public Map<String, List<Figure>> byExperiment() {
        return Map.of("solve", solve(), "scan", scan());
    }

    private static List<Figure> solve() {
        return List.of(
                new Figure.Equation(
                        "answer",
                        "{{n}} = {{a}} \\times {{b}} + {{c}},\\qquad "
                                + "S = {{a}} + {{b}} + {{c}} = {{S}}"),
                new Figure.Tiles(
                        "summary",
                        "S",
                        "provenLowerBound",
                        "candidates",
                        "optimaCount",
                        "excessRatio",
                        "boundSumDifference",
                        "boundParity"),
                new Figure.Table("optima"),
                new Figure.Table("algorithms"),
                new Chart(
                        "sawtooth",
                        Axis.linear("a"),
                        Axis.linear("sum"),
                        Layer.line("sawtooth", SUM),
                        Layer.dashed("lowerEnvelope", SUM),
                        Layer.dotted("upperEnvelope", SUM),
                        Layer.points("answer.guess", GUESS),
                        Layer.points("answer.sqrt", SQRT),
                        Layer.points("answer.sqrtClosed", SQRT_CLOSED),
                        Layer.points("answer.parity", PARITY),
                        Layer.points("answer.sumDifference", SUM_DIFFERENCE),
                        Layer.points("answer.exhaustive", EXHAUSTIVE),
                        Layer.mark("optimumA", "optimumS", PRUNED)),
                new Chart(
                        "landscape",
                        Axis.log("candidate"),
                        Axis.log("sumAboveFloor"),
                        Layer.points("landscape", SUM),
                        Layer.dashed("sumBound", EXHAUSTIVE),
                        Layer.mark("optimumCandidate", "optimumExcess", PRUNED)));
    }

    private static List<Figure> scan() {
        return List.of(
                new Figure.Tiles(
                        "summary",
                        "samples",
                        "exponent",
                        "ratioMean",
                        "ratioError",
                        "ratioLaw",
                        "boundShare",
                        "tieShare"),
                new Chart(
                        "excess",
                        Axis.log("n"),
                        Axis.log("excess"),
                        Layer.points("excess", PRUNED),
                        Layer.line("excessMean", SUM),
                        Layer.dashed("fitSixth", PRUNED),
                        Layer.dashed("fitFourth", SUM_DIFFERENCE),
                        Layer.dotted("excessBound", SUM_DIFFERENCE)),
                new Chart(
                        "visits",
                        Axis.log("n"),
                        Axis.log("visits"),
                        Layer.points("visits.guess", GUESS),
                        Layer.points("visits.sqrt", SQRT),
                        Layer.points("visits.sqrtClosed", SQRT_CLOSED),
                        Layer.points("visits.parity", PARITY),
                        Layer.points("visits.sumDifference", SUM_DIFFERENCE),
                        Layer.points("visits.pruned", PRUNED),
                        Layer.points("visits.exhaustive", EXHAUSTIVE),
                        Layer.dashed("fitSixth", PRUNED),
                        Layer.dotted("excessBound", SUM_DIFFERENCE)),
                new Chart(
                        "optimalShares",
                        Axis.linear("algorithm"),
                        Axis.fromZero("share"),
                        Layer.bars("share.guess", GUESS),
                        Layer.bars("share.sqrt", SQRT),
                        Layer.bars("share.sqrtClosed", SQRT_CLOSED),
                        Layer.bars("share.parity", PARITY),
                        Layer.bars("share.sumDifference", SUM_DIFFERENCE),
                        Layer.bars("share.pruned", PRUNED),
                        Layer.bars("share.exhaustive", EXHAUSTIVE)),
                new Chart(
                        "distribution",
                        Axis.fromZero("ratio"),
                        Axis.fromZero("density"),
                        Layer.bars("ratioDensity", PRUNED),
                        Layer.line("ratioLaw", SUM)),
                new Figure.Table("shares"),
                new Figure.Table("misses"));
    }
}
