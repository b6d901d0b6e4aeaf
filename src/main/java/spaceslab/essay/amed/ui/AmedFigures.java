package spaceslab.essay.amed.ui;

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
 * Figures by experiment. There are more samplers than slots: families share one and differ in their
 * stroke. The exact curve and the components are slot 7.
 */
@Component
final class AmedFigures implements EssayFigures {
    private static final int EXACT = 7;

    /** Slots of the samplers drawn solid, dashed and dotted. */
    private static final Map<String, Integer> SOLID =
            ordered(
                    "amed",
                    1,
                    "uniPc3",
                    2,
                    "heun",
                    3,
                    "deisTab3",
                    4,
                    "ipndm4",
                    5,
                    "dpmSolver2",
                    6,
                    "euler",
                    8);

    private static final Map<String, Integer> DASHED =
            ordered(
                    "amedOracle",
                    1,
                    "uniPc2",
                    2,
                    "midpoint",
                    3,
                    "ipndmV4",
                    4,
                    "ipndm3",
                    5,
                    "dpmPp3m",
                    6,
                    "pluginIpndm4",
                    7,
                    "gitsEuler",
                    8);

    private static final Map<String, Integer> DOTTED =
            ordered(
                    "amedFixed",
                    1,
                    "pluginDpmPp3m",
                    2,
                    "pluginDpmSolver2",
                    3,
                    "gitsIpndm4",
                    4,
                    "ipndm2",
                    5,
                    "dpmPp2m",
                    6,
                    "amedTimed",
                    7);

    @Override
    public String topic() {
        return "amed";
    }

    @Override
    public Map<String, List<Figure>> byExperiment() {
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        figures.put("trajectories", trajectories());
        figures.put("nfeSweep", nfeSweep());
        figures.put("order", order());
        figures.put("images", ImagesFigures.all());
        figures.put("training", TrainingFigures.all());
        figures.put("denoiser", DenoiserFigures.all());
        figures.put("chord", MeanValueFigures.chord());
        figures.put("meanValue", MeanValueFigures.all());
        return figures;
    }

    private static List<Figure> trajectories() {
        return List.of(
                Chart.plane(
                        "paths",
                        "scaledX",
                        "scaledY",
                        samplers(
                                "path",
                                Layer.regions("within", EXACT),
                                Layer.line("exact", EXACT),
                                Layer.points("exactEnd", EXACT))),
                new Figure.Tiles("numbers", "bestSolver", "bestError", "worstSolver", "worstError"),
                new Figure.Table("errors"),
                new Chart("away", Axis.log("t"), Axis.log("scaledError"), samplers("away")),
                new Figure.Table("middles"));
    }

    private static List<Figure> nfeSweep() {
        return List.of(
                new Chart("error", Axis.linear("nfe"), Axis.log("rmse"), samplers("error")),
                new Figure.Tiles(
                        "numbers",
                        "middleNfe",
                        "bestSolver",
                        "bestError",
                        "worstSolver",
                        "worstError"),
                new Chart(
                        "agreement",
                        Axis.linear("nfe"),
                        Axis.fromZero("agreement"),
                        samplers("agreement")),
                new Chart("sliced", Axis.linear("nfe"), Axis.log("sliced"), samplers("sliced")),
                new Chart("published", Axis.linear("nfe"), Axis.log("fid"), samplers("published")),
                new Figure.Table("errors"),
                new Figure.Table("middles"));
    }

    private static List<Figure> order() {
        return List.of(
                new Chart(
                        "errors",
                        Axis.log("steps"),
                        Axis.log("rmse"),
                        samplers("errorAt", Layer.horizontalRule("floor", EXACT))),
                new Figure.Table("orders"),
                new Chart("local", Axis.log("steps"), Axis.fromZero("order"), samplers("local")));
    }

    /** A series of each sampler that the run has. */
    static List<Layer> samplers(String series, Layer... below) {
        List<Layer> layers = new ArrayList<>(List.of(below));
        SOLID.forEach((solver, slot) -> layers.add(Layer.line(series + "." + solver, slot)));
        DASHED.forEach((solver, slot) -> layers.add(Layer.dashed(series + "." + solver, slot)));
        DOTTED.forEach((solver, slot) -> layers.add(Layer.dotted(series + "." + solver, slot)));
        return layers;
    }

    private static Map<String, Integer> ordered(Object... pairs) {
        Map<String, Integer> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], (Integer) pairs[i + 1]);
        }
        return map;
    }
}
