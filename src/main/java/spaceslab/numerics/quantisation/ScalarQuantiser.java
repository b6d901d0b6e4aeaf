package spaceslab.numerics.quantisation;

/**
 * Rounds one coordinate to one of L levels: digit = round(position(z)), where position bounds z to
 * (about) 0 … L − 1. Backwards the rounding is skipped (straight-through estimator), so the
 * gradient is that of position: {@link #slope}. Ties round half to even (Math.rint), as numpy,
 * torch and jax do; Math.round would differ where the essay's form meets z = 0 with an even L.
 */
public sealed interface ScalarQuantiser
        permits TanhQuantiser, SigmoidQuantiser, SymmetricQuantiser {
    /** Fewest levels. */
    int FEWEST = 2;

    /** Most levels: beyond, a bound that overshoots by 1/1000 could reach a level too many. */
    int MOST = 256;

    /** L. */
    int levels();

    /** The bounded, unrounded z in units of one level, 0 the lowest. */
    double position(double z);

    /** d position / dz: what the straight-through estimator passes back. */
    double slope(double z);

    /** The level of z, 0 … L − 1. NaN is refused. */
    default int digit(double z) {
        if (Double.isNaN(z)) {
            throw new IllegalArgumentException("z (NaN) must be a number");
        }
        return (int) Math.rint(position(z));
    }

    /** The value that stands for a level, about −1 … 1. */
    double code(int digit);

    /** The z at which the digit grows from k to k + 1, for k = 0 … L − 2. */
    double edge(int k);

    /** Where all digits change, ascending. */
    default double[] edges() {
        double[] edges = new double[levels() - 1];
        for (int k = 0; k < edges.length; k++) {
            edges[k] = edge(k);
        }
        return edges;
    }

    /** Refuses what is no number of levels. */
    static void check(int levels) {
        if (levels < FEWEST || levels > MOST) {
            throw new IllegalArgumentException(
                    "levels (" + levels + ") must be between " + FEWEST + " and " + MOST);
        }
    }

    /** Inverse hyperbolic tangent of |x| &lt; 1. */
    static double arctanh(double x) {
        return 0.5 * (Math.log1p(x) - Math.log1p(-x));
    }
}
