package spaceslab.essay.fsq.ui;

import java.util.ArrayList;
import java.util.List;
import spaceslab.chart.Axis;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;

/** Figures of the experiment that writes pictures; each quantiser keeps its slot. */
final class GenerationFigures {
    private static final int CLASSES = 10;

    private GenerationFigures() {}

    static List<Figure> all() {
        return List.of(
                new Chart(
                        "tokeniser",
                        Axis.linear("step"),
                        Axis.log("error"),
                        ArmLayers.of("tokeniserError", Layer::line)),
                new Chart(
                        "cost",
                        Axis.linear("step"),
                        Axis.linear("bitsPerPicture"),
                        layers(
                                ArmLayers.of("heldOutCost", Layer::line),
                                ArmLayers.of("trainingCost", Layer::dotted),
                                ArmLayers.of("unigramCost", Layer::dashed))),
                new Figure.ImageGrid("samplesFirst", CLASSES),
                new Figure.ImageGrid("samplesSecond", CLASSES),
                new Chart(
                        "agreement",
                        Axis.linear("step"),
                        Axis.fromZero("agreement"),
                        layers(
                                ArmLayers.of("agreementAt", Layer::line),
                                ArmLayers.of("agreementAt", Layer::points),
                                List.of(Layer.horizontalRule("agreementReal", FsqFigures.QUIET)))),
                new Figure.Table("costs"),
                new Figure.Table("quality"),
                new Figure.ImageGrid("example", 3),
                new Figure.Table("sequence"),
                new Chart(
                        "positions",
                        Axis.linear("place"),
                        Axis.fromZero("bitsPerCode"),
                        layers(
                                ArmLayers.of("positionCost", Layer::line),
                                ArmLayers.of("countedCost", Layer::dotted))),
                new Figure.ImageGrid("countedFirst", CLASSES),
                new Figure.ImageGrid("countedSecond", CLASSES),
                new Figure.ImageGrid("unigramFirst", CLASSES),
                new Figure.ImageGrid("unigramSecond", CLASSES),
                new Figure.ImageGrid("real", CLASSES));
    }

    @SafeVarargs
    private static List<Layer> layers(List<Layer>... parts) {
        List<Layer> all = new ArrayList<>();
        for (List<Layer> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
