package spaceslab.numerics;

import static spaceslab.numerics.FloatExponential.C1;
import static spaceslab.numerics.FloatExponential.C2;
import static spaceslab.numerics.FloatExponential.C3;
import static spaceslab.numerics.FloatExponential.C4;
import static spaceslab.numerics.FloatExponential.C5;
import static spaceslab.numerics.FloatExponential.C6;
import static spaceslab.numerics.FloatExponential.HIGHEST;
import static spaceslab.numerics.FloatExponential.LN2_HIGH;
import static spaceslab.numerics.FloatExponential.LN2_LOW;
import static spaceslab.numerics.FloatExponential.LOG2_E;
import static spaceslab.numerics.FloatExponential.LOWEST;
import static spaceslab.numerics.FloatExponential.MANTISSA_BITS;
import static spaceslab.numerics.FloatExponential.ROUNDER;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Keeps a tile of four rows by four vectors in registers while the depth streams by (of the 32
 * registers of AVX-512; the double kernel's three vectors would leave a third of a head of 64
 * columns empty). Loaded only where the module {@code jdk.incubator.vector} is present.
 */
final class VectorFloatKernel implements FloatKernel {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 4 * LANES;

    private VectorFloatKernel() {}

    static FloatKernel create() {
        return new VectorFloatKernel();
    }

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
        if (wide < WIDTH) {
            float[] tile = new float[rows * WIDTH];
            multiply(rows, depth, a, ao, aStride, panel, po, tile, 0, WIDTH, WIDTH);
            for (int i = 0; i < rows; i++) {
                System.arraycopy(tile, i * WIDTH, c, co + i * cStride, wide);
            }
        } else if (rows == PanelKernel.TILE) {
            four(depth, a, ao, aStride, panel, po, c, co, cStride);
        } else {
            for (int i = 0; i < rows; i++) {
                one(depth, a, ao + i * aStride, panel, po, c, co + i * cStride);
            }
        }
    }

    private static FloatVector at(float[] array, int index) {
        return FloatVector.fromArray(SPECIES, array, index);
    }

    private static void one(int depth, float[] a, int ao, float[] b, int bo, float[] c, int co) {
        FloatVector c0 = FloatVector.zero(SPECIES);
        FloatVector c1 = c0;
        FloatVector c2 = c0;
        FloatVector c3 = c0;
        int p = bo;
        for (int k = 0; k < depth; k++) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[ao + k]);
            c0 = x.fma(at(b, p), c0);
            c1 = x.fma(at(b, p + LANES), c1);
            c2 = x.fma(at(b, p + 2 * LANES), c2);
            c3 = x.fma(at(b, p + 3 * LANES), c3);
            p += WIDTH;
        }
        store(c0, c1, c2, c3, c, co);
    }

    private static void four(
            int depth,
            float[] a,
            int a0,
            int aStride,
            float[] b,
            int bo,
            float[] c,
            int co,
            int cStride) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero;
        FloatVector c01 = zero;
        FloatVector c02 = zero;
        FloatVector c03 = zero;
        FloatVector c10 = zero;
        FloatVector c11 = zero;
        FloatVector c12 = zero;
        FloatVector c13 = zero;
        FloatVector c20 = zero;
        FloatVector c21 = zero;
        FloatVector c22 = zero;
        FloatVector c23 = zero;
        FloatVector c30 = zero;
        FloatVector c31 = zero;
        FloatVector c32 = zero;
        FloatVector c33 = zero;
        int a1 = a0 + aStride;
        int a2 = a1 + aStride;
        int a3 = a2 + aStride;
        int p = bo;
        for (int k = 0; k < depth; k++) {
            FloatVector b0 = at(b, p);
            FloatVector b1 = at(b, p + LANES);
            FloatVector b2 = at(b, p + 2 * LANES);
            FloatVector b3 = at(b, p + 3 * LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            c02 = x.fma(b2, c02);
            c03 = x.fma(b3, c03);
            x = FloatVector.broadcast(SPECIES, a[a1 + k]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            c12 = x.fma(b2, c12);
            c13 = x.fma(b3, c13);
            x = FloatVector.broadcast(SPECIES, a[a2 + k]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            c22 = x.fma(b2, c22);
            c23 = x.fma(b3, c23);
            x = FloatVector.broadcast(SPECIES, a[a3 + k]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            c32 = x.fma(b2, c32);
            c33 = x.fma(b3, c33);
            p += WIDTH;
        }
        store(c00, c01, c02, c03, c, co);
        store(c10, c11, c12, c13, c, co + cStride);
        store(c20, c21, c22, c23, c, co + 2 * cStride);
        store(c30, c31, c32, c33, c, co + 3 * cStride);
    }

    private static void store(
            FloatVector c0, FloatVector c1, FloatVector c2, FloatVector c3, float[] c, int to) {
        c0.intoArray(c, to);
        c1.intoArray(c, to + LANES);
        c2.intoArray(c, to + 2 * LANES);
        c3.intoArray(c, to + 3 * LANES);
    }

    @Override
    public float largest(float[] x, int offset, int n) {
        FloatVector most = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        int whole = SPECIES.loopBound(n);
        for (int k = 0; k < whole; k += LANES) {
            most = most.max(at(x, offset + k));
        }
        float largest = most.reduceLanes(VectorOperators.MAX);
        for (int k = whole; k < n; k++) {
            largest = Math.max(largest, x[offset + k]);
        }
        return largest;
    }

    @Override
    public float exponentiate(float[] x, int offset, int n, float shift) {
        FloatVector sums = FloatVector.zero(SPECIES);
        int whole = SPECIES.loopBound(n);
        for (int k = 0; k < whole; k += LANES) {
            FloatVector e = exponential(at(x, offset + k).sub(shift));
            e.intoArray(x, offset + k);
            sums = sums.add(e);
        }
        float sum = sums.reduceLanes(VectorOperators.ADD);
        for (int k = offset + whole; k < offset + n; k++) {
            x[k] = FloatExponential.of(x[k] - shift);
            sum += x[k];
        }
        return sum;
    }

    /** As {@link FloatExponential#of}, lane by lane. */
    private static FloatVector exponential(FloatVector x) {
        FloatVector bounded = x.max(2 * LOWEST).min(HIGHEST);
        FloatVector shifted =
                bounded.fma(
                        FloatVector.broadcast(SPECIES, LOG2_E),
                        FloatVector.broadcast(SPECIES, ROUNDER));
        FloatVector n = shifted.sub(ROUNDER);
        FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), bounded);
        r = n.fma(FloatVector.broadcast(SPECIES, -LN2_LOW), r);
        FloatVector p = FloatVector.broadcast(SPECIES, C6);
        p = p.fma(r, FloatVector.broadcast(SPECIES, C5));
        p = p.fma(r, FloatVector.broadcast(SPECIES, C4));
        p = p.fma(r, FloatVector.broadcast(SPECIES, C3));
        p = p.fma(r, FloatVector.broadcast(SPECIES, C2));
        p = p.fma(r, FloatVector.broadcast(SPECIES, C1));
        p = p.fma(r.mul(r), r.add(1));
        FloatVector scaled =
                p.reinterpretAsInts()
                        .add(
                                shifted.reinterpretAsInts()
                                        .lanewise(VectorOperators.LSHL, MANTISSA_BITS))
                        .reinterpretAsFloats();
        return scaled.blend(0, x.compare(VectorOperators.LT, LOWEST));
    }
}
