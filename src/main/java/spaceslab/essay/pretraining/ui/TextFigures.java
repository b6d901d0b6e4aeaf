package spaceslab.essay.pretraining.ui;

import java.util.List;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;

/** Figures of the two arms on bytes of text. */
final class TextFigures {
    private TextFigures() {}

    static List<Figure> text() {
        return List.of(
                ArmFigures.accuracy(
                        Layer.horizontalRule("majority", ArmFigures.LIMIT),
                        Layer.horizontalRule("byTrigrams", ArmFigures.LIMIT),
                        Layer.horizontalRule("byPlaced", ArmFigures.LIMIT),
                        Layer.verticalRule("switch", ArmFigures.LIMIT)),
                ArmFigures.numbers(),
                new Figure.Table("examples"),
                new Figure.Table("baselines"),
                new Figure.Table("runs"),
                ArmFigures.predicted(Layer.horizontalRule("commonest", ArmFigures.LIMIT)),
                ArmFigures.byDistance(),
                ArmFigures.locality());
    }
}
