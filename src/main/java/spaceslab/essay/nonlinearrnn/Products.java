package spaceslab.essay.nonlinearrnn;

/** Sums of products at offsets in long arrays, in a fixed order. */
final class Products {
    private Products() {}

    /** start + Σ_k a[ao + k] x[xo + k], in two interleaved sums. */
    static double row(double[] a, int ao, double[] x, int xo, int length, double start) {
        double even = start;
        double odd = 0;
        int k = 0;
        for (; k + 1 < length; k += 2) {
            even += a[ao + k] * x[xo + k];
            odd += a[ao + k + 1] * x[xo + k + 1];
        }
        if (k < length) {
            even += a[ao + k] * x[xo + k];
        }
        return even + odd;
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
