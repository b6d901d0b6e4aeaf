package spaceslab.numerics;

/**
 * The inner loop of a product with a {@link PackedMatrix}: a tile of at most four rows by one
 * panel. Every element is a sum of fused multiply–adds in the order of the index, so the scalar and
 * the vector form give the same bytes.
 */
interface PanelKernel {
    /** Rows of a full tile. */
    int TILE = 4;

    /** Columns of a panel. */
    int width();

    /**
     * {@code c[i][j] = Σ_q a[i][index[q]] · panel[index[q]][j]}, q from 0 to {@code count} − 1.
     *
     * @param rows 1 to {@link #TILE}
     * @param index ascending rows of the panel
     * @param a rows of {@code aStride} numbers from {@code ao} on
     * @param panel rows of {@link #width()} numbers from {@code po} on
     * @param tile takes rows × width numbers
     */
    void multiply(
            int rows,
            int[] index,
            int count,
            double[] a,
            int ao,
            int aStride,
            double[] panel,
            int po,
            double[] tile);

    /** The fastest form that this JVM has. */
    static PanelKernel fastest() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? VectorPanelKernel.create()
                : new ScalarPanelKernel();
    }
}
