package spaceslab.essay.transformervq.ui;

import java.util.List;
import spaceslab.chart.Axis;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;

/** Figures of trained models; codebooks of several sizes begin at slot 3. */
final class TrainingFigures {
    private static final int FULL = TransformerVqFigures.FULL;
    private static final int WINDOW = 2;
    private static final int CODEBOOKS = 3;
    private static final int LATTICE = 1;
    private static final int LIMIT = 8;

    private TrainingFigures() {}

    static List<Figure> recall() {
        return List.of(
                accuracy("far", Layer.horizontalRule("chance", LIMIT)),
                new Chart(
                        "codes",
                        Axis.log("codes"),
                        Axis.fromZero("right"),
                        Layer.line("farByCodes", CODEBOOKS),
                        Layer.points("farByCodes", CODEBOOKS),
                        Layer.horizontalRule("farFull", FULL),
                        Layer.horizontalRule("farWindow", WINDOW),
                        Layer.horizontalRule("farLattice", LATTICE),
                        Layer.verticalRule("taskKeys", LIMIT)),
                accuracy("near", Layer.horizontalRule("chance", LIMIT)),
                new Figure.Table("recalled"),
                new Chart(
                        "perplexity",
                        Axis.linear("step"),
                        Axis.fromZero("perplexity"),
                        Layer.line("perplexity.*", CODEBOOKS),
                        Layer.line("perplexityLattice", LATTICE),
                        Layer.horizontalRule("taskKeys", LIMIT)),
                new Chart(
                        "assignment",
                        Axis.category("taskKey"),
                        Axis.category("code"),
                        Layer.heat("assignment")),
                new Chart(
                        "assignmentLattice",
                        Axis.category("taskKey"),
                        Axis.category("code"),
                        Layer.heat("assignmentLattice")));
    }

    private static Chart accuracy(String series, Layer rule) {
        return new Chart(
                series,
                Axis.linear("step"),
                Axis.fromZero("right"),
                Layer.line(series + "Full", FULL),
                Layer.line(series + "Window", WINDOW),
                Layer.line(series + ".*", CODEBOOKS),
                Layer.dashed(series + "Lattice", LATTICE),
                rule);
    }
}
