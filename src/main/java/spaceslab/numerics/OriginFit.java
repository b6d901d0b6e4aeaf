package spaceslab.numerics;

/**
 * Least squares through the origin, y ≈ c x: {@code c = Σxy / Σx²}.
 *
 * @param coefficient c
 * @param rootMeanSquare √(Σ(y − cx)²/m), in units of y
 * @param largest max |y − cx|
 */
public record OriginFit(double coefficient, double rootMeanSquare, double largest) {

    /** Fits; x must not be all zero. */
    public static OriginFit of(double[] x, double[] y) {
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException(x.length + " abscissas, " + y.length + " ordinates");
        }
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < x.length; i++) {
            xy += x[i] * y[i];
            xx += x[i] * x[i];
        }
        double c = xy / xx;
        double squares = 0;
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            double residual = y[i] - c * x[i];
            squares += residual * residual;
            largest = Math.max(largest, Math.abs(residual));
        }
        return new OriginFit(c, Math.sqrt(squares / x.length), largest);
    }
}
