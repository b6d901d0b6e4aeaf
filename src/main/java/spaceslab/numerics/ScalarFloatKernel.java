package spaceslab.numerics;

/** One number at a time. */
final class ScalarFloatKernel implements FloatKernel {
    private static final int WIDTH = 16;

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public void multiply(
            int rows,
            int depth,
            float[] a,
            int ao,
            int aStride,
            float[] panel,
            int po,
            float[] c,
            int co,
            int cStride,
            int wide) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < wide; j++) {
                float sum = 0;
                for (int k = 0; k < depth; k++) {
                    sum = Math.fma(a[ao + i * aStride + k], panel[po + k * WIDTH + j], sum);
                }
                c[co + i * cStride + j] = sum;
            }
        }
    }

    @Override
    public float largest(float[] x, int offset, int n) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int k = offset; k < offset + n; k++) {
            largest = Math.max(largest, x[k]);
        }
        return largest;
    }

    @Override
    public float exponentiate(float[] x, int offset, int n, float shift) {
        float sum = 0;
        for (int k = offset; k < offset + n; k++) {
            x[k] = FloatExponential.of(x[k] - shift);
            sum += x[k];
        }
        return sum;
    }
}
