package spaceslab.essay.amed.ui;

import java.util.List;
import spaceslab.chart.Axis;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;

/** Figures of sampled images and of the plane their curves lie in. */
final class ImagesFigures {
    private static final int COLUMNS = 8;
    private static final int ONE = 8;
    private static final int TWO = 5;
    private static final int THREE = 4;
    private static final int EXACT = 7;

    private ImagesFigures() {}

    static List<Figure> all() {
        return List.of(
                new Figure.ImageGrid("matrix", COLUMNS),
                new Figure.Table("numbers"),
                new Chart(
                        "plane",
                        Axis.linear("firstComponent"),
                        Axis.linear("secondComponent"),
                        AmedFigures.samplers("plane", Layer.line("plane.exact", EXACT))),
                new Figure.Tiles("planarity", "worstOne", "worstTwo", "worstThree"),
                new Chart(
                        "residual",
                        Axis.log("t"),
                        Axis.log("residual"),
                        Layer.line("residual.one", ONE),
                        Layer.line("residual.two", TWO),
                        Layer.line("residual.three", THREE)));
    }
}
