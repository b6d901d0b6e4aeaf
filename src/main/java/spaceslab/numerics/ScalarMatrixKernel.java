package spaceslab.numerics;

/** Products row by row: each row of C is a sum of rows of B. */
final class ScalarMatrixKernel implements MatrixKernel {
    @Override
    public void multiply(int d, double[] a, int ao, double[] b, int bo, double[] c, int co) {
        for (int i = 0; i < d; i++) {
            int row = co + i * d;
            for (int j = 0; j < d; j++) {
                c[row + j] = 0;
            }
            for (int k = 0; k < d; k++) {
                double factor = a[ao + i * d + k];
                int from = bo + k * d;
                for (int j = 0; j < d; j++) {
                    c[row + j] += factor * b[from + j];
                }
            }
        }
    }
}
