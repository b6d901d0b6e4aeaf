package spaceslab.essay.nonlinearrnn;

/** Sums of products at offsets in long arrays, in a fixed order. */
final class Products {
    private Products() {}

    /**
     * start + Σ_k a[ao + k] x[xo + k], in four interleaved sums that do not wait for each other.
     */
    static double row(double[] a, int ao, double[] x, int xo, int length, double start) {
        double s0 = start;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = 0;
        for (; k + 3 < length; k += 4) {
            s0 += a[ao + k] * x[xo + k];
            s1 += a[ao + k + 1] * x[xo + k + 1];
            s2 += a[ao + k + 2] * x[xo + k + 2];
            s3 += a[ao + k + 3] * x[xo + k + 3];
        }
        for (; k < length; k++) {
            s0 += a[ao + k] * x[xo + k];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** gradient += factor · x. */
    static void add(double factor, double[] x, int xo, int length, double[] gradient, int go) {
        for (int k = 0; k < length; k++) {
            gradient[go + k] += factor * x[xo + k];
        }
    }

    static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
