package spaceslab.numerics;

/**
 * The root of an increasing function by Newton's steps kept inside a bracket: a step that leaves
 * the bracket or shrinks it too slowly is replaced by halving, so that convergence is sure and,
 * near the root, quadratic.
 */
public final class BracketedNewton {
    private static final int MAX_STEPS = 200;

    private BracketedNewton() {}

    /** Value and derivative of a function at a point. */
    @FunctionalInterface
    public interface Function {
        /** Returns into {@code valueAndSlope}. */
        void at(double x, double[] valueAndSlope);
    }

    /**
     * The x in [low, high] with f(x) = 0, where f(low) ≤ 0 ≤ f(high).
     *
     * @param start first guess
     * @param tolerance absolute, of x
     */
    public static double solve(
            Function f, double low, double high, double start, double tolerance) {
        double[] at = new double[2];
        double x = Math.min(Math.max(start, low), high);
        double previous = high - low;
        for (int step = 0; step < MAX_STEPS; step++) {
            f.at(x, at);
            if (at[0] == 0) {
                return x;
            }
            if (at[0] > 0) {
                high = x;
            } else {
                low = x;
            }
            double newton = x - at[0] / at[1];
            boolean inside = newton >= low && newton <= high;
            boolean quick = Math.abs(newton - x) <= 0.5 * previous;
            double next = inside && (quick || step < 2) ? newton : 0.5 * (low + high);
            previous = Math.abs(next - x);
            if (previous <= tolerance || high - low <= tolerance) {
                return next;
            }
            x = next;
        }
        return x;
    }
}
