package spaceslab.experiment;

import java.util.Arrays;

/**
 * The median of n independent replications with an interval for the median of all that could be
 * drawn, from order statistics alone: [x₍ₖ₎, x₍ₙ₊₁₋ₖ₎] misses it with probability 2·P(Bin(n, ½)
 * &lt; k), whatever the distribution, infinite values included. k is the largest with at most 5 %
 * missed: 9 of 10 replications are then on one side of the low end. Below six replications no such
 * k exists, and the interval is their range, which misses with probability 2¹⁻ⁿ.
 *
 * <p>Why not mean ± t·s/√n: sweeps until convergence, losses of diverged trainings and shares near
 * 0 or 1 are far from normal, and one outlier would decide.
 *
 * @param median the mean of the two middle ones where n is even
 * @param low lower end
 * @param high upper end
 * @param replications n
 */
public record MedianInterval(double median, double low, double high, int replications) {
    private static final double MISSED = 0.05;

    /** From at least one value, none of them NaN. */
    public static MedianInterval of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        int k = Math.max(1, rank(n));
        double upper = sorted[n / 2];
        double lower = sorted[(n - 1) / 2];
        double median = lower == upper ? lower : lower / 2 + upper / 2;
        return new MedianInterval(median, sorted[k - 1], sorted[n - k], n);
    }

    /** The largest k with 2·P(Bin(n, ½) &lt; k) ≤ 5 %, 0 where there is none. */
    static int rank(int n) {
        double term = Math.pow(0.5, n);
        double below = 0;
        int k = 0;
        while (2 * (below + term) <= MISSED) {
            below += term;
            term *= (double) (n - k) / (k + 1);
            k++;
        }
        return k;
    }
}
