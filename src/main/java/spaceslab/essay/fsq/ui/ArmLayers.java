package spaceslab.essay.fsq.ui;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import spaceslab.chart.Layer;

/** A series of each quantiser, in the slot that it has on every chart. */
final class ArmLayers {
    private static final List<Map.Entry<String, Integer>> SLOTS =
            List.of(
                    Map.entry("fsqTanh", FsqFigures.TANH),
                    Map.entry("fsqSigmoid", FsqFigures.SIGMOID),
                    Map.entry("fsqSymmetric", FsqFigures.SYMMETRIC),
                    Map.entry("vqGradient", FsqFigures.GRADIENT),
                    Map.entry("vqEma", FsqFigures.AVERAGE),
                    Map.entry("vqEmaReset", FsqFigures.RESET));

    private ArmLayers() {}

    /** Those that a run does not have draw nothing. */
    static List<Layer> of(String series, BiFunction<String, Integer, Layer> layer) {
        return SLOTS.stream()
                .map(arm -> layer.apply(series + "." + arm.getKey(), arm.getValue()))
                .toList();
    }
}
