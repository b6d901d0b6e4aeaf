package spaceslab.essay.fsq;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import spaceslab.experiment.Emitter;
import spaceslab.numerics.quantisation.ScalarQuantiser;

/**
 * The first coordinate's map: rounded (a staircase, slope zero almost everywhere), unrounded, and
 * the slope that is used in place of zero.
 */
final class Staircase {
    private static final double REACH = 5;
    private static final int POINTS = 1001;

    private Staircase() {}

    static void emit(QuantiserParameters parameters, Emitter out) {
        ScalarQuantiser q = parameters.form().of(parameters.levels().getFirst());
        double[] z = grid();
        // both ends of each step, so that steps are upright at any zoom
        double[] edges = q.edges();
        double[] x = new double[2 * edges.length + 2];
        double[] y = new double[x.length];
        x[0] = -REACH;
        for (int k = 0; k < edges.length; k++) {
            x[2 * k + 1] = edges[k];
            x[2 * k + 2] = edges[k];
            y[2 * k + 1] = k;
            y[2 * k + 2] = k + 1;
        }
        x[x.length - 1] = Math.max(REACH, edges[edges.length - 1]);
        y[y.length - 1] = edges.length;
        x[0] = Math.min(x[0], edges[0]);
        out.points("stair", x, y);
        out.points("position", z, map(z, q::position));
        out.points("slope", z, map(z, q::slope));
        double own = parameters.vector()[0];
        out.point("input", own, q.digit(own));
    }

    private static double[] grid() {
        double[] z = new double[POINTS];
        Arrays.setAll(z, i -> REACH * (2.0 * i / (POINTS - 1) - 1));
        return z;
    }

    private static double[] map(double[] z, DoubleUnaryOperator f) {
        return Arrays.stream(z).map(f).toArray();
    }
}
