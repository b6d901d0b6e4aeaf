package spaceslab.numerics;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Keeps two vectors of channels in registers while the steps stream by. Loaded only where the
 * module {@code jdk.incubator.vector} is present.
 */
final class VectorDiagonalKernel implements DiagonalKernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private final ScalarDiagonalKernel rest = new ScalarDiagonalKernel();

    private VectorDiagonalKernel() {}

    static DiagonalKernel create() {
        return new VectorDiagonalKernel();
    }

    @Override
    public void solve(
            int d, int first, int end, int from, int to, double[] a, double[] b, double[] x) {
        int c = first;
        for (; c + 4 * LANES <= end; c += 4 * LANES) {
            four(d, c, from, to, a, b, x);
        }
        for (; c + 2 * LANES <= end; c += 2 * LANES) {
            two(d, c, from, to, a, b, x);
        }
        for (; c + LANES <= end; c += LANES) {
            one(d, c, from, to, a, b, x);
        }
        if (c < end) {
            rest.solve(d, c, end, from, to, a, b, x);
        }
    }

    private static DoubleVector at(double[] array, int index) {
        return DoubleVector.fromArray(SPECIES, array, index);
    }

    private static void four(int d, int c, int from, int to, double[] a, double[] b, double[] x) {
        int i = from * d + c;
        DoubleVector x0 = at(x, i);
        DoubleVector x1 = at(x, i + LANES);
        DoubleVector x2 = at(x, i + 2 * LANES);
        DoubleVector x3 = at(x, i + 3 * LANES);
        for (int t = from; t < to; t++, i += d) {
            x0 = at(a, i).mul(x0).add(at(b, i));
            x1 = at(a, i + LANES).mul(x1).add(at(b, i + LANES));
            x2 = at(a, i + 2 * LANES).mul(x2).add(at(b, i + 2 * LANES));
            x3 = at(a, i + 3 * LANES).mul(x3).add(at(b, i + 3 * LANES));
            x0.intoArray(x, i + d);
            x1.intoArray(x, i + d + LANES);
            x2.intoArray(x, i + d + 2 * LANES);
            x3.intoArray(x, i + d + 3 * LANES);
        }
    }

    private static void two(int d, int c, int from, int to, double[] a, double[] b, double[] x) {
        int i = from * d + c;
        DoubleVector x0 = at(x, i);
        DoubleVector x1 = at(x, i + LANES);
        for (int t = from; t < to; t++, i += d) {
            x0 = at(a, i).mul(x0).add(at(b, i));
            x1 = at(a, i + LANES).mul(x1).add(at(b, i + LANES));
            x0.intoArray(x, i + d);
            x1.intoArray(x, i + d + LANES);
        }
    }

    private static void one(int d, int c, int from, int to, double[] a, double[] b, double[] x) {
        int i = from * d + c;
        DoubleVector x0 = at(x, i);
        for (int t = from; t < to; t++, i += d) {
            x0 = at(a, i).mul(x0).add(at(b, i));
            x0.intoArray(x, i + d);
        }
    }
}
