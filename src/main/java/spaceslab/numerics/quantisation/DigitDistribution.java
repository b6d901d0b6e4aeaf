package spaceslab.numerics.quantisation;

import org.apache.commons.math3.special.Erf;

/** How often each digit occurs when z is normal with mean 0. */
public final class DigitDistribution {
    private DigitDistribution() {}

    /**
     * Probability of each digit: Φ(edge_k/σ) − Φ(edge_{k−1}/σ), to about 1e-15.
     *
     * @param sigma standard deviation of z, above 0
     */
    public static double[] of(ScalarQuantiser quantiser, double sigma) {
        if (!(sigma > 0)) {
            throw new IllegalArgumentException("sigma (" + sigma + ") must be positive");
        }
        double[] edges = quantiser.edges();
        double[] p = new double[edges.length + 1];
        double scale = 1 / (sigma * Math.sqrt(2));
        for (int k = 0; k < p.length; k++) {
            double low = k == 0 ? Double.NEGATIVE_INFINITY : edges[k - 1] * scale;
            double high = k == edges.length ? Double.POSITIVE_INFINITY : edges[k] * scale;
            // complements on the side of both bounds, or digits would cancel in the tails
            p[k] =
                    low > 0
                            ? 0.5 * (Erf.erfc(low) - Erf.erfc(high))
                            : 0.5 * (Erf.erfc(-high) - Erf.erfc(-low));
        }
        return p;
    }

    /** −Σ p log2 p, in bits. */
    public static double entropyBits(double[] p) {
        double sum = 0;
        for (double each : p) {
            sum -= each > 0 ? each * Math.log(each) : 0;
        }
        return sum / Math.log(2);
    }
}
