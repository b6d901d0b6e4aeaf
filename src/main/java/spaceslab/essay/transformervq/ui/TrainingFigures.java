package spaceslab.essay.transformervq.ui;

import java.util.ArrayList;
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

    static List<Figure> language() {
        return List.of(
                new Chart(
                        "bits",
                        Axis.linear("step"),
                        Axis.linear("bitsPerByte"),
                        arms("heldOut", Layer.horizontalRule("unigramBits", LIMIT))),
                new Figure.Table("written"),
                new Chart(
                        "memory",
                        Axis.log("bytes"),
                        Axis.log("numbers"),
                        arms("memory", Layer.verticalRule("trainedLength", LIMIT))),
                new Chart(
                        "byPosition",
                        Axis.log("position"),
                        Axis.linear("bitsPerByte"),
                        arms("byPosition", Layer.verticalRule("trainedLength", LIMIT))),
                new Figure.Table("models"),
                new Chart(
                        "training",
                        Axis.linear("step"),
                        Axis.linear("bitsPerByte"),
                        arms("trained", Layer.horizontalRule("unigramBits", LIMIT))));
    }

    static List<Figure> conversion() {
        return List.of(
                new Chart(
                        "tuned",
                        Axis.linear("step"),
                        Axis.linear("bitsPerByte"),
                        arms("tuned", Layer.horizontalRule("before", LIMIT))),
                new Chart(
                        "codes",
                        Axis.log("codes"),
                        Axis.linear("bitsPerByte"),
                        Layer.line("afterByCodes", CODEBOOKS),
                        Layer.points("afterByCodes", CODEBOOKS),
                        Layer.line("tunedByCodes", CODEBOOKS + 1),
                        Layer.points("tunedByCodes", CODEBOOKS + 1),
                        Layer.horizontalRule("before", LIMIT),
                        Layer.horizontalRule("tunedFull", FULL),
                        Layer.horizontalRule("afterWindow", WINDOW)),
                new Figure.Table("converted"),
                new Chart(
                        "before",
                        Axis.linear("step"),
                        Axis.linear("bitsPerByte"),
                        Layer.line("heldOutFull", FULL),
                        Layer.dotted("trainedFull", FULL)));
    }

    private static List<Layer> arms(String series, Layer rule) {
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.line(series + "Full", FULL));
        layers.add(Layer.line(series + "Window", WINDOW));
        layers.add(Layer.line(series + ".*", CODEBOOKS));
        layers.add(rule);
        return layers;
    }
}
