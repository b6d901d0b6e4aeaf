package spaceslab.essay.fsq;

import java.util.ArrayList;
import java.util.List;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.RunEvent;
import spaceslab.numerics.quantisation.MixedRadix;

/**
 * Consecutive indices and their digits: the first digit turns with every step, each further one
 * when those before it have come round. Cells are digits as parts of their largest, 0 … 1.
 */
final class Odometer {
    private static final int SHOWN = 41;

    private Odometer() {}

    static void emit(MixedRadix radix, int index, Emitter out) {
        int columns = Math.min(SHOWN, radix.size());
        int first = Math.clamp(index - SHOWN / 2, 0, radix.size() - columns);
        int rows = radix.levels().size();
        double[] values = new double[rows * columns];
        List<String> indices = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            int[] digits = radix.digits(first + c);
            for (int r = 0; r < rows; r++) {
                values[r * columns + c] = (double) digits[r] / (radix.levels().get(r) - 1);
            }
            indices.add(Integer.toString(first + c));
        }
        List<String> coordinates = new ArrayList<>();
        for (int r = 1; r <= rows; r++) {
            coordinates.add(Integer.toString(r));
        }
        out.emit(new RunEvent.Grid("odometer", rows, columns, values, indices, coordinates));
    }
}
