package spaceslab.numerics;

/**
 * The principal branch of Lambert's W: the w ≥ −1 with {@code w e^w = x}, for x ≥ −1/e.
 *
 * <p>Halley's iteration on {@code f(w) = w e^w − x}: {@code w ← w − f / (e^w (w+1) − (w+2) f / (2w
 * + 2))}, cubic, from a start within a few per cent; at most six steps. Relative error a few ulp,
 * but near the branch point −1/e (where W has a vertical tangent) only √ulp in w + 1. Source:
 * Corless et al., <em>On the Lambert W function</em>, doi:10.1007/BF02124750.
 */
public final class LambertW {
    private static final double BRANCH_POINT = -1 / Math.E;
    private static final int MAX_STEPS = 12;

    private LambertW() {}

    /** W(x); NaN for x below −1/e or NaN. */
    public static double principal(double x) {
        if (x == 0 || x == Double.POSITIVE_INFINITY) {
            return x;
        }
        if (!(x >= BRANCH_POINT)) {
            return Double.NaN;
        }
        double w = start(x);
        for (int step = 0; step < MAX_STEPS; step++) {
            double next = w - correction(w, x);
            if (Math.abs(next - w) <= 2 * Math.ulp(next)) {
                return next;
            }
            w = next;
        }
        return w;
    }

    /** In the form w − x e^{−w}, so that nothing overflows for large x. */
    private static double correction(double w, double x) {
        if (w == -1) {
            return 0;
        }
        double f = w - x * Math.exp(-w);
        return f / (w + 1 - (w + 2) * f / (2 * w + 2));
    }

    private static double start(double x) {
        if (x < -0.25) {
            double p = Math.sqrt(Math.max(0, 2 * (Math.E * x + 1)));
            return -1 + p - p * p / 3 + 11 * p * p * p / 72;
        }
        if (x < 3) {
            return Math.log1p(x) * (1 - Math.log1p(Math.log1p(x)) / (2 + Math.log1p(x)));
        }
        double log = Math.log(x);
        double loglog = Math.log(log);
        return log - loglog + loglog / log;
    }
}
