package spaceslab.numerics;

/** Steps outside, channels inside. */
final class ScalarDiagonalKernel implements DiagonalKernel {
    @Override
    public void solve(
            int d, int first, int end, int from, int to, double[] a, double[] b, double[] x) {
        for (int t = from; t < to; t++) {
            for (int i = t * d + first; i < t * d + end; i++) {
                x[i + d] = a[i] * x[i] + b[i];
            }
        }
    }
}
