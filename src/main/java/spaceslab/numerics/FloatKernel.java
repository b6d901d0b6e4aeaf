package spaceslab.numerics;

/** The inner loops of single precision; the scalar and the vector form err alike. */
interface FloatKernel {
    /** Columns of a panel. */
    int width();

    /**
     * {@code c[i][j] = Σ_k a[i][k] · panel[k][j]}, k from 0 to {@code depth} − 1, fused.
     *
     * @param rows 1 to {@link PanelKernel#TILE}
     * @param panel rows of {@link #width()} numbers from {@code po} on
     * @param wide columns of the panel that count, 1 to {@link #width()}
     */
    void multiply(
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
            int wide);

    /** Largest of n numbers, −∞ of none. */
    float largest(float[] x, int offset, int n);

    /** x ← exp(x − shift) of n numbers; returns their sum. */
    float exponentiate(float[] x, int offset, int n, float shift);

    /** The fastest form that this JVM has. */
    static FloatKernel fastest() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? VectorFloatKernel.create()
                : new ScalarFloatKernel();
    }
}
