package spaceslab.numerics.quantisation;

import java.util.Arrays;

/**
 * How often each code was hit. Under collapse usage and perplexity differ widely, so both are
 * given.
 */
public final class CodeUsage {
    private final long[] counts;
    private final long total;

    private CodeUsage(long[] counts) {
        this.counts = counts;
        this.total = Arrays.stream(counts).sum();
    }

    /** Of indices below {@code codes}. */
    public static CodeUsage of(int[] indices, int codes) {
        long[] counts = new long[codes];
        for (int index : indices) {
            counts[index]++;
        }
        return new CodeUsage(counts);
    }

    /** Hits of a code. */
    public long count(int code) {
        return counts[code];
    }

    /** Codes hit at least once. */
    public int used() {
        return (int) Arrays.stream(counts).filter(c -> c > 0).count();
    }

    /** Part of the codes hit at least once, 0 … 1. */
    public double usage() {
        return (double) used() / counts.length;
    }

    /** exp(−Σ p ln p) of the empirical shares: 1 for one code, K for all alike. */
    public double perplexity() {
        double sum = 0;
        for (long count : counts) {
            if (count > 0) {
                double p = (double) count / total;
                sum -= p * Math.log(p);
            }
        }
        return Math.exp(sum);
    }

    /** Shares in descending order. */
    public double[] sortedShares() {
        double[] shares = new double[counts.length];
        long[] ascending = counts.clone();
        Arrays.sort(ascending);
        for (int i = 0; i < shares.length; i++) {
            shares[i] = total == 0 ? 0 : (double) ascending[shares.length - 1 - i] / total;
        }
        return shares;
    }
}
