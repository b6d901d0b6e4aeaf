package spaceslab.numerics;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** As many columns a step as a vector has doubles. Loaded only where the module is present. */
final class VectorMatrixKernel implements MatrixKernel {
    private static final VectorSpecies<Double> SPECIES =
            DoubleVector.SPECIES_PREFERRED.length() >= 4
                    ? DoubleVector.SPECIES_256
                    : DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorMatrixKernel() {}

    static MatrixKernel create() {
        return new VectorMatrixKernel();
    }

    @Override
    public void multiply(int d, double[] a, int ao, double[] b, int bo, double[] c, int co) {
        int whole = SPECIES.loopBound(d);
        for (int i = 0; i < d; i++) {
            int row = ao + i * d;
            for (int j = 0; j < whole; j += LANES) {
                DoubleVector sum = DoubleVector.zero(SPECIES);
                for (int k = 0; k < d; k++) {
                    sum =
                            sum.add(
                                    DoubleVector.fromArray(SPECIES, b, bo + k * d + j)
                                            .mul(a[row + k]));
                }
                sum.intoArray(c, co + i * d + j);
            }
            for (int j = whole; j < d; j++) {
                double sum = 0;
                for (int k = 0; k < d; k++) {
                    sum += a[row + k] * b[bo + k * d + j];
                }
                c[co + i * d + j] = sum;
            }
        }
    }
}
