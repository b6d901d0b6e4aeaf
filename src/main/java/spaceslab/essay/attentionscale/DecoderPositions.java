package spaceslab.essay.attentionscale;

import java.util.stream.IntStream;

/**
 * The softmaxes of a causal decoder of length L: n = 2 … L scores (the first position has one score
 * and no gradient), at knots: every n to 128, then 2 % apart, linear between.
 *
 * @param n the knots, ascending, first 2, last L
 * @param optimum α*(n)
 * @param concentration R(α*(n)), see {@link MeanField#logConcentration}
 */
record DecoderPositions(int[] n, double[] optimum, double[] concentration) {
    private static final int DENSE = 128;
    private static final double RATIO = 1.02;

    static DecoderPositions of(Scores scores, int length) {
        int[] n =
                IntStream.concat(
                                IntStream.iterate(
                                        2,
                                        k -> k < length,
                                        k -> k < DENSE ? k + 1 : (int) (k * RATIO)),
                                IntStream.of(length))
                        .toArray();
        double[] optimum = new double[n.length];
        double[] concentration = new double[n.length];
        double guess = Double.NaN;
        for (int i = 0; i < n.length; i++) {
            MeanField field = new MeanField(scores, n[i]);
            optimum[i] = field.optimum(guess);
            concentration[i] = field.logConcentration(optimum[i]);
            guess = optimum[i];
        }
        return new DecoderPositions(n, optimum, concentration);
    }

    /** G at knot i for scale α with R(α), the estimate of Σp² being held to at most 1. */
    double gradient(int i, double alpha, double concentration) {
        return alpha * Math.max(0, -Math.expm1(concentration - Math.log(n[i])));
    }

    /** G at knot i with its own optimum. */
    double best(int i) {
        return gradient(i, optimum[i], concentration[i]);
    }

    /** Mean over all positions 2 … L of a function given at the knots. */
    double mean(double[] atKnots) {
        double sum = atKnots[0];
        for (int i = 1; i < n.length; i++) {
            int gap = n[i] - n[i - 1];
            sum += gap * atKnots[i - 1] + (atKnots[i] - atKnots[i - 1]) * (gap + 1) / 2;
        }
        return sum / (n[n.length - 1] - 1);
    }

    /** Mean over all positions of G with one α for all. */
    double meanGradient(double alpha, double concentration) {
        double[] g = new double[n.length];
        for (int i = 0; i < g.length; i++) {
            g[i] = gradient(i, alpha, concentration);
        }
        return mean(g);
    }

    /** The knot whose α* has the largest mean gradient when used for all positions. */
    int bestKnot() {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < n.length; j++) {
            double mean = meanGradient(optimum[j], concentration[j]);
            if (mean > most) {
                most = mean;
                best = j;
            }
        }
        return best;
    }

    /** Harmonic mean of 2 … L. */
    double harmonicMean() {
        int length = n[n.length - 1];
        double sum = 0;
        for (int k = length; k >= 2; k--) {
            sum += 1.0 / k;
        }
        return (length - 1) / sum;
    }
}
