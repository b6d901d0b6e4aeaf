package spaceslab.essay.amed.solver;

import spaceslab.numerics.Quantiles;

/**
 * Dynamic thresholding of D (C. Saharia et al., arXiv:2205.11487, as the authors of DPM-Solver++
 * and UniPC apply it to predicted images with pixels from −1 to 1): with s the 0.995 quantile of
 * the |D_i| of a sample, at least 1, D is cut to ±s and divided by s. Data of another range are
 * spoilt by it.
 */
final class DynamicThreshold {
    private static final double QUANTILE = 0.995;
    private static final double LEAST = 1;

    private DynamicThreshold() {}

    /** Changes rows of d numbers, each by its own s; numbers that are not finite stay. */
    static void apply(double[] rows, int dimension) {
        double[] sizes = new double[dimension];
        for (int from = 0; from < rows.length; from += dimension) {
            boolean finite = true;
            for (int i = 0; i < dimension; i++) {
                sizes[i] = Math.abs(rows[from + i]);
                finite &= !Double.isNaN(sizes[i]);
            }
            if (finite) {
                cut(rows, from, dimension, Math.max(LEAST, Quantiles.of(sizes).at(QUANTILE)));
            }
        }
    }

    private static void cut(double[] rows, int from, int dimension, double bound) {
        for (int i = from; i < from + dimension; i++) {
            rows[i] = Math.max(-bound, Math.min(bound, rows[i])) / bound;
        }
    }
}
