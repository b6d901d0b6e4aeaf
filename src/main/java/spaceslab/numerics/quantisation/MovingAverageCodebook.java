package spaceslab.numerics.quantisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import spaceslab.numerics.RandomStream;

/**
 * A codebook as moving averages of what was assigned to it: N_i ← aN_i + (1 − a)n_i, m_i ← am_i +
 * (1 − a)Σz, e_i = m_i/N_i; immutable. For one code and one vector this is e ← ae + (1 − a)z, a
 * gradient step of size (1 − a)/2 on |e − z|². Source: VQ-VAE-2, arXiv:1906.00446.
 */
public final class MovingAverageCodebook {
    /** Smallest count, far below any that matters. */
    private static final double LEAST = 1e-200;

    private final double decay;
    private final double smoothing;
    private final double[] counts;
    private final double[][] sums;

    private MovingAverageCodebook(
            double decay, double smoothing, double[] counts, double[][] sums) {
        this.decay = decay;
        this.smoothing = smoothing;
        this.counts = counts;
        this.sums = sums;
    }

    /**
     * From a codebook, each code counted once.
     *
     * @param decay a, 0 ≤ a &lt; 1
     * @param smoothing Laplace's ε: N_i is divided by as (N_i + ε)/(ΣN + Kε)·ΣN; 0 for none
     */
    public static MovingAverageCodebook of(Codebook start, double decay, double smoothing) {
        if (!(decay >= 0 && decay < 1) || !(smoothing >= 0)) {
            throw new IllegalArgumentException(
                    "decay ("
                            + decay
                            + ") must be in [0, 1), smoothing ("
                            + smoothing
                            + ") not negative");
        }
        double[] counts = new double[start.size()];
        Arrays.fill(counts, 1);
        return new MovingAverageCodebook(decay, smoothing, counts, start.codes());
    }

    /** After a batch. */
    public MovingAverageCodebook updated(double[][] z, int[] assignment) {
        double[] n = new double[counts.length];
        double[][] m = new double[counts.length][sums[0].length];
        for (int i = 0; i < z.length; i++) {
            int k = assignment[i];
            n[k]++;
            for (int j = 0; j < z[i].length; j++) {
                m[k][j] += z[i][j];
            }
        }
        for (int k = 0; k < n.length; k++) {
            n[k] = decay * counts[k] + (1 - decay) * n[k];
            for (int j = 0; j < m[k].length; j++) {
                m[k][j] = decay * sums[k][j] + (1 - decay) * m[k][j];
            }
            // a code without inputs stays where it is, also when nothing is left of its count
            if (n[k] < LEAST) {
                n[k] = LEAST;
                for (int j = 0; j < m[k].length; j++) {
                    m[k][j] = sums[k][j] / counts[k] * LEAST;
                }
            }
        }
        return new MovingAverageCodebook(decay, smoothing, n, m);
    }

    /**
     * Every code whose count is below {@code threshold} replaced by a vector of the batch, drawn
     * without repetition, and counted once; codes beyond the batch's size stay.
     */
    public MovingAverageCodebook reset(double[][] z, double threshold, RandomStream random) {
        double[] n = counts.clone();
        double[][] m = new double[sums.length][];
        List<double[]> left = new ArrayList<>(List.of(z));
        for (int k = 0; k < n.length; k++) {
            m[k] = sums[k].clone();
            if (n[k] < threshold && !left.isEmpty()) {
                m[k] = left.remove(random.nextInt(left.size())).clone();
                n[k] = 1;
            }
        }
        return new MovingAverageCodebook(decay, smoothing, n, m);
    }

    /** N_i. */
    public double[] counts() {
        return counts.clone();
    }

    /** m_i, K × D. */
    public double[][] sums() {
        return Arrays.stream(sums).map(double[]::clone).toArray(double[][]::new);
    }

    /** N_i as it divides, with Laplace's smoothing. */
    public double[] smoothedCounts() {
        double total = Arrays.stream(counts).sum();
        return Arrays.stream(counts)
                .map(n -> (n + smoothing) / (total + counts.length * smoothing) * total)
                .toArray();
    }

    /** e_i = m_i/N_i. */
    public Codebook codebook() {
        double[] divisors = smoothing == 0 ? counts : smoothedCounts();
        double[][] codes = new double[sums.length][sums[0].length];
        for (int k = 0; k < codes.length; k++) {
            for (int j = 0; j < codes[k].length; j++) {
                codes[k][j] = sums[k][j] / divisors[k];
            }
        }
        return new Codebook(codes);
    }
}
