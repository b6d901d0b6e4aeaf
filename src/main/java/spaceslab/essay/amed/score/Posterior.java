package spaceslab.essay.amed.score;

import java.util.Collections;
import spaceslab.numerics.OrderedUnits;
import spaceslab.numerics.PackedMatrix;

/**
 * Which of K centres a noisy x came from: {@code p_k ∝ w_k exp(−|x − m_k|²/(2v))}, and their mean
 * {@code Σ p_k m_k}. Both are matrix products, X·Mᵀ and P·M, spread over the processors by rows; 4
 * K d operations a row, fewer where most weights vanish. Weights below 2⁻⁷⁰ of the largest are
 * zero: they change no digit of the mean.
 */
final class Posterior {
    private static final int BLOCK = 16;
    private static final double NEGLIGIBLE = -70 * Math.log(2);

    /** Rows times centres times dimensions below which other threads do not pay. */
    private static final long SHARED = 400_000;

    private final int dimension;
    private final int size;
    private final double[] logWeights;
    private final double[] squares;
    private final PackedMatrix centres;
    private final PackedMatrix transposed;

    /**
     * @param dimension d
     * @param centres m, K rows of d numbers
     * @param weights w, K numbers of at least 0 with a positive sum
     */
    Posterior(int dimension, double[] centres, double[] weights) {
        this.dimension = dimension;
        this.size = weights.length;
        double total = 0;
        for (double weight : weights) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight (" + weight + ") must not be negative");
            }
            total += weight;
        }
        if (!(total > 0)) {
            throw new IllegalArgumentException("sum of weights (" + total + ") must be positive");
        }
        logWeights = new double[size];
        squares = new double[size];
        double[] columns = new double[centres.length];
        for (int k = 0; k < size; k++) {
            logWeights[k] = Math.log(weights[k] / total);
            for (int i = 0; i < dimension; i++) {
                double coordinate = centres[k * dimension + i];
                squares[k] += coordinate * coordinate;
                columns[i * size + k] = coordinate;
            }
        }
        this.centres = new PackedMatrix(size, dimension, centres);
        this.transposed = new PackedMatrix(dimension, size, columns);
    }

    int dimension() {
        return dimension;
    }

    int size() {
        return size;
    }

    /** Writes Σ p_k m_k of each row of x. */
    void mean(double[] x, double variance, double[] mean) {
        double[] weights = new double[x.length / dimension * size];
        blocks(
                x,
                (from, to) -> {
                    exponents(x, from, to, variance, weights);
                    for (int row = from; row < to; row++) {
                        normalise(weights, row * size);
                    }
                    centres.multiplySparse(weights, from, to, mean);
                });
    }

    /** p of each row of x, rows of K numbers. */
    double[] weights(double[] x, double variance) {
        double[] weights = new double[x.length / dimension * size];
        blocks(
                x,
                (from, to) -> {
                    exponents(x, from, to, variance, weights);
                    for (int row = from; row < to; row++) {
                        normalise(weights, row * size);
                    }
                });
        return weights;
    }

    /** The centre nearest to each row of x, where all weights are equal. */
    int[] likeliest(double[] x) {
        int rows = x.length / dimension;
        double[] exponents = new double[rows * size];
        int[] likeliest = new int[rows];
        blocks(
                x,
                (from, to) -> {
                    exponents(x, from, to, 1, exponents);
                    for (int row = from; row < to; row++) {
                        for (int k = 1; k < size; k++) {
                            if (exponents[row * size + k]
                                    > exponents[row * size + likeliest[row]]) {
                                likeliest[row] = k;
                            }
                        }
                    }
                });
        return likeliest;
    }

    /** log Σ w_k N(x; m_k, vI) of each row of x. */
    double[] logDensity(double[] x, double variance) {
        int rows = x.length / dimension;
        double[] exponents = new double[rows * size];
        double[] density = new double[rows];
        double constant = -0.5 * dimension * Math.log(2 * Math.PI * variance);
        blocks(
                x,
                (from, to) -> {
                    exponents(x, from, to, variance, exponents);
                    for (int row = from; row < to; row++) {
                        double largest = largest(exponents, row * size);
                        density[row] =
                                constant + largest + Math.log(normalise(exponents, row * size));
                    }
                });
        return density;
    }

    /** log w_k − |x − m_k|²/(2v). */
    private void exponents(double[] x, int from, int to, double variance, double[] exponents) {
        transposed.multiply(x, from, to, exponents);
        for (int row = from; row < to; row++) {
            double square = 0;
            for (int i = row * dimension; i < (row + 1) * dimension; i++) {
                square += x[i] * x[i];
            }
            int base = row * size;
            for (int k = 0; k < size; k++) {
                double distance = square + squares[k] - 2 * exponents[base + k];
                exponents[base + k] = logWeights[k] - Math.max(0, distance) / (2 * variance);
            }
        }
    }

    private double largest(double[] exponents, int base) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < size; k++) {
            largest = Math.max(largest, exponents[base + k]);
        }
        return largest;
    }

    /** Exponents become weights of sum 1; returns Σ exp(e_k − max e). */
    private double normalise(double[] exponents, int base) {
        double largest = largest(exponents, base);
        double sum = 0;
        for (int k = 0; k < size; k++) {
            double below = exponents[base + k] - largest;
            double weight = below < NEGLIGIBLE ? 0 : Math.exp(below);
            exponents[base + k] = weight;
            sum += weight;
        }
        for (int k = 0; k < size; k++) {
            exponents[base + k] /= sum;
        }
        return sum;
    }

    /** Work on the rows from … to − 1, which no other block touches. */
    @FunctionalInterface
    private interface RowBlock {
        void work(int from, int to);
    }

    private void blocks(double[] x, RowBlock block) {
        int rows = x.length / dimension;
        if ((long) rows * size * dimension < SHARED) {
            block.work(0, rows);
            return;
        }
        OrderedUnits.onAllProcessors()
                .map(
                        0,
                        (rows + BLOCK - 1) / BLOCK,
                        () ->
                                unit -> {
                                    block.work(unit * BLOCK, Math.min(rows, (unit + 1) * BLOCK));
                                    return Collections.emptyList();
                                });
    }
}
