package spaceslab.essay.nonlinearrnn.ui;

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
 * Figures by experiment. Slots: Newton and the truth 1, B = A 2, Jacobi 3, expansion 4, quasi 5,
 * scale-ELK 6, ELK 7, Picard and the sequential loop 8; kin of a method share its slot, dashed.
 */
@Component
final class NonlinearRnnFigures implements EssayFigures {
    private static final int NEWTON = 1;
    private static final int FIXED_A = 2;
    private static final int JACOBI = 3;
    private static final int EXPAND = 4;
    private static final int QUASI = 5;
    private static final int SCALE_ELK = 6;
    private static final int ELK = 7;
    private static final int PICARD = 8;
    private static final int SEQUENTIAL = 8;

    @Override
    public String topic() {
        return "nonlinear-rnn";
    }

    @Override
    public Map<String, List<Figure>> byExperiment() {
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        figures.put("iterate", iterate());
        figures.put("gainSweep", gainSweep());
        figures.put("scaling", scaling());
        figures.putAll(TrainingFigures.byExperiment());
        return figures;
    }

    /** One line for each method. */
    private static List<Layer> methods(String series) {
        return List.of(
                Layer.line(series + ".newton", NEWTON),
                Layer.line(series + ".fixedA", FIXED_A),
                Layer.dashed(series + ".diagonalised", FIXED_A),
                Layer.dotted(series + ".decoupled", FIXED_A),
                Layer.line(series + ".jacobi", JACOBI),
                Layer.line(series + ".expandInput", EXPAND),
                Layer.line(series + ".quasi", QUASI),
                Layer.line(series + ".scaleElk", SCALE_ELK),
                Layer.line(series + ".elk", ELK),
                Layer.dashed(series + ".quasiElk", ELK),
                Layer.line(series + ".picard", PICARD));
    }

    private static List<Figure> iterate() {
        return List.of(
                new Chart("error", Axis.linear("sweep"), Axis.log("error"), methods("error")),
                new Figure.Tiles(
                        "numbers",
                        "lyapunov",
                        "spectralRadius",
                        "norm",
                        "condition",
                        "sequentialDepth"),
                new Figure.Table("methods"),
                new Chart(
                        "errorMap",
                        Axis.linear("time"),
                        Axis.linear("sweep"),
                        Layer.heat("errorMap")),
                new Chart(
                        "trajectory",
                        Axis.linear("time"),
                        Axis.linear("state"),
                        Layer.line("truth", NEWTON),
                        Layer.dashed("iterate", FIXED_A)),
                new Chart(
                        "residual",
                        Axis.linear("sweep"),
                        Axis.log("residual"),
                        methods("residual")));
    }

    private static List<Figure> gainSweep() {
        return List.of(
                new Chart("sweeps", Axis.linear("gain"), Axis.log("sweeps"), gains()),
                new Chart(
                        "lyapunov",
                        Axis.linear("gain"),
                        Axis.linear("lyapunov"),
                        Layer.line("lyapunov.sigma0", NEWTON),
                        Layer.line("lyapunov.sigma1", FIXED_A),
                        Layer.line("lyapunov.sigma2", JACOBI)),
                new Chart(
                        "sweepsByLyapunov",
                        Axis.linear("lyapunov"),
                        Axis.log("sweeps"),
                        Layer.points("sweepsByLyapunov.sigma0", NEWTON),
                        Layer.points("sweepsByLyapunov.sigma1", FIXED_A),
                        Layer.points("sweepsByLyapunov.sigma2", JACOBI)),
                new Figure.Table("settings"),
                new Figure.Table("runs"));
    }

    /** The last input scale solid, the first dashed. */
    private static List<Layer> gains() {
        List<Layer> layers = new ArrayList<>();
        Map<String, Integer> slots = new LinkedHashMap<>();
        slots.put("newton", NEWTON);
        slots.put("fixedA", FIXED_A);
        slots.put("jacobi", JACOBI);
        slots.put("expandInput", EXPAND);
        slots.put("quasi", QUASI);
        slots.put("scaleElk", SCALE_ELK);
        slots.put("newtonUnit", ELK);
        slots.forEach((method, slot) -> {
            layers.add(Layer.dashed("sweeps." + method + "-sigma0", slot));
            layers.add(Layer.line("sweeps." + method + "-sigma1", slot));
        });
        return layers;
    }

    private static List<Figure> scaling() {
        return List.of(
                new Chart(
                        "depth",
                        Axis.log("length"),
                        Axis.log("depth"),
                        four("depth", Layer.dashed("depth.sequential", SEQUENTIAL))),
                new Figure.Tiles(
                        "numbers",
                        "newtonSweepsShortest",
                        "newtonSweepsLongest",
                        "depthRatio",
                        "workRatio",
                        "breakEvenProcessors",
                        "largestSpeedUp"),
                new Chart(
                        "work",
                        Axis.log("length"),
                        Axis.log("work"),
                        four("work", Layer.dashed("work.sequential", SEQUENTIAL))),
                new Chart("sweeps", Axis.log("length"), Axis.log("sweeps"), four("sweeps")),
                new Chart("machine", Axis.log("processors"), Axis.log("speedUp"), four("speedUp")),
                new Figure.Table("wallClock"),
                new Chart(
                        "gpu",
                        Axis.log("length"),
                        Axis.log("publishedSpeedUp"),
                        Layer.line("published.dim1", 1),
                        Layer.line("published.dim2", 2),
                        Layer.line("published.dim4", 3),
                        Layer.line("published.dim8", 4),
                        Layer.line("published.dim16", 5),
                        Layer.line("published.dim32", 6),
                        Layer.line("published.dim64", 7)),
                new Chart(
                        "scanTree",
                        Axis.linear("position"),
                        Axis.linear("level"),
                        Layer.heat("scanTree")),
                new Figure.Table("lengths"),
                new Figure.Table("published"));
    }

    private static List<Layer> four(String series, Layer... more) {
        List<Layer> layers = new ArrayList<>(List.of(more));
        layers.add(Layer.line(series + ".newton", NEWTON));
        layers.add(Layer.line(series + ".fixedA", FIXED_A));
        layers.add(Layer.line(series + ".jacobi", JACOBI));
        layers.add(Layer.line(series + ".quasi", QUASI));
        return layers;
    }
}
