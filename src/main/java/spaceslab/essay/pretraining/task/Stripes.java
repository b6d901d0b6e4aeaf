package spaceslab.essay.pretraining.task;

import spaceslab.numerics.RandomStream;

/**
 * Pictures of {@code size}² pixels of two levels. Label 0: every row is a binary Markov chain of
 * its own, starting with ½ and flipping with probability {@code flip}; label 1: the transpose. No
 * pixel by itself tells anything about the label.
 *
 * @param size pixels of a side, S
 * @param flip q, below ½
 */
public record Stripes(int size, double flip) {
    public Stripes {
        if (size < 2 || !(flip > 0 && flip < 0.5)) {
            throw new IllegalArgumentException(
                    "size (%d) must be at least 2 and flip (%s) in (0, 0.5)".formatted(size, flip));
        }
    }

    /** Pixels row by row, 0 or 1. */
    public int[] draw(int label, RandomStream random) {
        int[] pixels = new int[size * size];
        for (int chain = 0; chain < size; chain++) {
            int level = random.nextDouble() < 0.5 ? 0 : 1;
            for (int i = 0; i < size; i++) {
                if (i > 0 && random.nextDouble() < flip) {
                    level = 1 - level;
                }
                pixels[label == 0 ? chain * size + i : i * size + chain] = level;
            }
        }
        return pixels;
    }

    /**
     * Accuracy of the best classifier, exactly. The log-likelihood ratio is proportional to D =
     * (equal horizontal neighbours) − (equal vertical neighbours), so the best rule is its sign and
     * a tie is a coin. D's distribution under label 0 by its generating function, row after row:
     * with a row's pattern x as state, each vertical pair contributes a factor of its own, so a row
     * costs {@code size} butterflies over 2^size patterns. O(size⁴ 2^size).
     */
    public double bayesAccuracy() {
        int pairs = size * (size - 1);
        double[][] states = rowTimes(uniformStart(pairs), pairs);
        for (int row = 1; row < size; row++) {
            for (int bit = 0; bit < size; bit++) {
                states = verticalPair(states, 1 << bit);
            }
            states = rowTimes(states, pairs);
        }
        double right = 0;
        for (double[] state : states) {
            for (int d = 0; d < state.length; d++) {
                right += d > pairs ? state[d] : d == pairs ? state[d] / 2 : 0;
            }
        }
        return right;
    }

    private double[][] uniformStart(int pairs) {
        double[][] states = new double[1 << size][2 * pairs + 1];
        for (double[] state : states) {
            state[pairs] = 1;
        }
        return states;
    }

    /** Times the row's own probability, D raised by its equal neighbours. */
    private double[][] rowTimes(double[][] states, int pairs) {
        double[][] next = new double[states.length][2 * pairs + 1];
        for (int x = 0; x < states.length; x++) {
            int flips = Integer.bitCount((x ^ (x >> 1)) & ((1 << (size - 1)) - 1));
            int equal = size - 1 - flips;
            double probability = 0.5 * Math.pow(flip, flips) * Math.pow(1 - flip, equal);
            for (int d = 0; d + equal < next[x].length; d++) {
                next[x][d + equal] = probability * states[x][d];
            }
        }
        return next;
    }

    /** Sums over the bit of the row above: equal lowers D by one, different leaves it. */
    private static double[][] verticalPair(double[][] states, int bit) {
        int range = states[0].length;
        double[][] next = new double[states.length][range];
        for (int x = 0; x < states.length; x++) {
            double[] different = states[x ^ bit];
            for (int d = 0; d < range; d++) {
                next[x][d] = different[d] + (d + 1 < range ? states[x][d + 1] : 0);
            }
        }
        return next;
    }

    /**
     * The largest expected share of masked pixels filled in rightly by someone who knows the label,
     * each pixel being masked with probability {@code ratio}: what matters are the nearest visible
     * pixels of the chain on both sides, at distances whose agreement is p_a = (1 + (1 − 2q)^a)/2.
     */
    public double maskedOptimum(double ratio) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            int left = i;
            int right = size - 1 - i;
            for (int a = 1; a <= left + 1; a++) {
                for (int b = 1; b <= right + 1; b++) {
                    double probability = nearest(ratio, a, left) * nearest(ratio, b, right);
                    sum +=
                            probability
                                    * filled(
                                            a <= left ? agreement(a) : 0.5,
                                            b <= right ? agreement(b) : 0.5);
                }
            }
        }
        return sum / size;
    }

    /**
     * The same for predicting each pixel from those before it, row after row: the last pixel of the
     * chain, except for the S − 1 pixels at which a chain begins.
     */
    public double nextOptimum() {
        int begins = size - 1;
        int continues = size * begins;
        return (continues * (1 - flip) + 0.5 * begins) / (continues + begins);
    }

    /**
     * Probability that the nearest visible of {@code there} pixels is number a; a = there + 1:
     * none.
     */
    private static double nearest(double ratio, int a, int there) {
        return Math.pow(ratio, a - 1) * (a <= there ? 1 - ratio : 1);
    }

    private double agreement(int distance) {
        return (1 + Math.pow(1 - 2 * flip, distance)) / 2;
    }

    /** Both neighbours alike, or the surer of the two. */
    private static double filled(double p, double r) {
        return p * r + Math.max(p * (1 - r), (1 - p) * r);
    }
}
