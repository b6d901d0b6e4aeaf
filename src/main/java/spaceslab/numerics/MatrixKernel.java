package spaceslab.numerics;

/**
 * Products of small row-major matrices inside long arrays. The vector form adds in the same order
 * and without fused operations, so it gives the same bytes as the scalar one.
 */
public interface MatrixKernel {
    /** C = A B for d × d matrices at the given offsets; C must not overlap A or B. */
    void multiply(int d, double[] a, int ao, double[] b, int bo, double[] c, int co);

    /** y = A x + b. */
    static void affine(
            int d, double[] a, int ao, double[] x, int xo, double[] b, int bo, double[] y, int yo) {
        for (int i = 0; i < d; i++) {
            double even = b[bo + i];
            double odd = 0;
            int row = ao + i * d;
            int j = 0;
            for (; j + 1 < d; j += 2) {
                even += a[row + j] * x[xo + j];
                odd += a[row + j + 1] * x[xo + j + 1];
            }
            if (j < d) {
                even += a[row + j] * x[xo + j];
            }
            y[yo + i] = even + odd;
        }
    }

    /** The fastest form that this JVM has. */
    static MatrixKernel fastest() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? VectorMatrixKernel.create()
                : new ScalarMatrixKernel();
    }
}
