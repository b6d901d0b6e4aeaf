package spaceslab.essay.fsq.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import spaceslab.chart.Axis;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;

/** Figures of the experiment that writes pictures; each quantiser keeps its slot. */
final class GenerationFigures {
    private static final int CLASSES = 10;
    private static final int QUIET = 7;

    /** Quantisers with their slots on every chart. */
    private static final Map<String, Integer> SLOTS = slots();

    private GenerationFigures() {}

    private static Map<String, Integer> slots() {
        Map<String, Integer> slots = new LinkedHashMap<>();
        slots.put("fsqTanh", 1);
        slots.put("fsqSigmoid", 2);
        slots.put("fsqSymmetric", 3);
        slots.put("vqGradient", 6);
        slots.put("vqEma", 5);
        slots.put("vqEmaReset", 8);
        return slots;
    }

    static List<Figure> all() {
        return List.of(
                new Chart(
                        "tokeniser",
                        Axis.linear("step"),
                        Axis.log("pixelError"),
                        of("tokeniserError", Layer::line)),
                new Chart(
                        "cost",
                        Axis.linear("step"),
                        Axis.linear("bitsPerPicture"),
                        layers(
                                of("heldOutCost", Layer::line),
                                of("trainingCost", Layer::dotted),
                                of("unigramCost", Layer::dashed))),
                new Figure.ImageGrid("samplesFirst", CLASSES),
                new Figure.ImageGrid("samplesSecond", CLASSES),
                new Chart(
                        "agreement",
                        Axis.linear("step"),
                        Axis.fromZero("agreement"),
                        layers(
                                of("agreementAt", Layer::line),
                                of("agreementAt", Layer::points),
                                List.of(Layer.horizontalRule("agreementReal", QUIET)))),
                new Figure.Table("costs"),
                new Figure.Table("quality"),
                new Figure.ImageGrid("example", 3),
                new Figure.Table("sequence"),
                new Chart(
                        "positions",
                        Axis.linear("place"),
                        Axis.fromZero("bitsPerCode"),
                        layers(of("positionCost", Layer::line), of("countedCost", Layer::dotted))),
                new Figure.ImageGrid("countedFirst", CLASSES),
                new Figure.ImageGrid("countedSecond", CLASSES),
                new Figure.ImageGrid("unigramFirst", CLASSES),
                new Figure.ImageGrid("unigramSecond", CLASSES),
                new Figure.ImageGrid("real", CLASSES));
    }

    /** A series of every quantiser; those that did not run draw nothing. */
    private static List<Layer> of(String series, BiFunction<String, Integer, Layer> layer) {
        return SLOTS.entrySet().stream()
                .map(slot -> layer.apply(series + "." + slot.getKey(), slot.getValue()))
                .toList();
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
