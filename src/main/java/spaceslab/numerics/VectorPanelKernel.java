package spaceslab.numerics;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Keeps a tile of four rows by three vectors in registers while the index streams by. Loaded only
 * where the module {@code jdk.incubator.vector} is present.
 */
final class VectorPanelKernel implements PanelKernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 3 * LANES;

    private VectorPanelKernel() {}

    static PanelKernel create() {
        return new VectorPanelKernel();
    }

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
        if (rows == TILE) {
            four(index, count, a, ao, aStride, panel, po, tile);
            return;
        }
        for (int i = 0; i < rows; i++) {
            one(index, count, a, ao + i * aStride, panel, po, tile, i * WIDTH);
        }
    }

    private static DoubleVector at(double[] array, int index) {
        return DoubleVector.fromArray(SPECIES, array, index);
    }

    private static void one(
            int[] index,
            int count,
            double[] a,
            int row,
            double[] panel,
            int po,
            double[] tile,
            int to) {
        DoubleVector c0 = DoubleVector.zero(SPECIES);
        DoubleVector c1 = c0;
        DoubleVector c2 = c0;
        for (int q = 0; q < count; q++) {
            int k = index[q];
            int p = po + k * WIDTH;
            DoubleVector x = DoubleVector.broadcast(SPECIES, a[row + k]);
            c0 = x.fma(at(panel, p), c0);
            c1 = x.fma(at(panel, p + LANES), c1);
            c2 = x.fma(at(panel, p + 2 * LANES), c2);
        }
        store(c0, c1, c2, tile, to);
    }

    private static void four(
            int[] index,
            int count,
            double[] a,
            int ao,
            int aStride,
            double[] panel,
            int po,
            double[] tile) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector c00 = zero;
        DoubleVector c01 = zero;
        DoubleVector c02 = zero;
        DoubleVector c10 = zero;
        DoubleVector c11 = zero;
        DoubleVector c12 = zero;
        DoubleVector c20 = zero;
        DoubleVector c21 = zero;
        DoubleVector c22 = zero;
        DoubleVector c30 = zero;
        DoubleVector c31 = zero;
        DoubleVector c32 = zero;
        int a1 = ao + aStride;
        int a2 = a1 + aStride;
        int a3 = a2 + aStride;
        for (int q = 0; q < count; q++) {
            int k = index[q];
            int p = po + k * WIDTH;
            DoubleVector b0 = at(panel, p);
            DoubleVector b1 = at(panel, p + LANES);
            DoubleVector b2 = at(panel, p + 2 * LANES);
            DoubleVector x = DoubleVector.broadcast(SPECIES, a[ao + k]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            c02 = x.fma(b2, c02);
            x = DoubleVector.broadcast(SPECIES, a[a1 + k]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            c12 = x.fma(b2, c12);
            x = DoubleVector.broadcast(SPECIES, a[a2 + k]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            c22 = x.fma(b2, c22);
            x = DoubleVector.broadcast(SPECIES, a[a3 + k]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            c32 = x.fma(b2, c32);
        }
        store(c00, c01, c02, tile, 0);
        store(c10, c11, c12, tile, WIDTH);
        store(c20, c21, c22, tile, 2 * WIDTH);
        store(c30, c31, c32, tile, 3 * WIDTH);
    }

    private static void store(
            DoubleVector c0, DoubleVector c1, DoubleVector c2, double[] tile, int to) {
        c0.intoArray(tile, to);
        c1.intoArray(tile, to + LANES);
        c2.intoArray(tile, to + 2 * LANES);
    }
}
