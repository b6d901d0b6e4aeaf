package spaceslab.numerics;

/** One number at a time. */
final class ScalarPanelKernel implements PanelKernel {
    private static final int WIDTH = 8;

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public void multiply(
            int rows,
            int[] index,
            int count,
            double[] a,
            int ao,
            int aStride,
            double[] panel,
            int po,
            double[] tile) {
        for (int i = 0; i < rows; i++) {
            int row = ao + i * aStride;
            for (int j = 0; j < WIDTH; j++) {
                double sum = 0;
                for (int q = 0; q < count; q++) {
                    int k = index[q];
                    sum = Math.fma(a[row + k], panel[po + k * WIDTH + j], sum);
                }
                tile[i * WIDTH + j] = sum;
            }
        }
    }
}
