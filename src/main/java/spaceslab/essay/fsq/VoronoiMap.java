package spaceslab.essay.fsq;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.quantisation.CodeUsage;
import spaceslab.numerics.quantisation.Codebook;

/**
 * Which code is nearest where: cells of codes in use take one of seven shades so that neighbours
 * mostly differ, cells of dead codes are not a number (drawn as paper).
 */
final class VoronoiMap {
    private static final int CELLS = 96;
    private static final int SHADES = 7;
    private static final double MARGIN = 0.08;

    private VoronoiMap() {}

    static void emit(
            Codebook codebook, CodeUsage usage, double[][] inputs, Emitter out, StopSignal stop) {
        double[] box = {
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY
        };
        Arrays.stream(inputs).forEach(v -> include(box, v[0], v[1]));
        for (int k = 0; k < codebook.size(); k++) {
            include(box, codebook.at(k, 0), codebook.at(k, 1));
        }
        double side = (1 + 2 * MARGIN) * Math.max(box[1] - box[0], box[3] - box[2]);
        double left = (box[0] + box[1] - side) / 2;
        double bottom = (box[2] + box[3] - side) / 2;
        double[] values = new double[CELLS * CELLS];
        List<String> x = new ArrayList<>();
        List<String> y = new ArrayList<>();
        double[] point = new double[2];
        for (int r = 0; r < CELLS; r++) {
            stop.check();
            point[1] = bottom + side * (r + 0.5) / CELLS;
            y.add(label(point[1]));
            for (int c = 0; c < CELLS; c++) {
                point[0] = left + side * (c + 0.5) / CELLS;
                if (r == 0) {
                    x.add(label(point[0]));
                }
                int nearest = codebook.nearest(point);
                values[r * CELLS + c] =
                        usage.count(nearest) == 0 ? Double.NaN : 1 + nearest * 3 % SHADES;
            }
        }
        out.emit(new RunEvent.Grid("cells", CELLS, CELLS, values, x, y));
    }

    private static void include(double[] box, double x, double y) {
        box[0] = Math.min(box[0], x);
        box[1] = Math.max(box[1], x);
        box[2] = Math.min(box[2], y);
        box[3] = Math.max(box[3], y);
    }

    private static String label(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
