package spaceslab.numerics;

import java.util.Optional;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * A = P Λ P⁻¹ of a real matrix with complex eigenvectors. The real block form A = V D V⁻¹ of
 * commons-math3 holds a pair re ± i·im as two columns v, w with eigenvectors v ± i w; P⁻¹ follows
 * from V⁻¹ by the same two-by-two blocks, so the only inverse is a real one. O(d³).
 *
 * @param d size
 * @param values d pairs (re, im)
 * @param vectors P, d × d pairs, row-major
 * @param inverse P⁻¹, d × d pairs, row-major
 * @param condition ‖V‖₁‖V⁻¹‖₁: rounding in P is amplified by it
 */
public record ComplexEigen(
        int d, double[] values, double[] vectors, double[] inverse, double condition) {
    private static final double WORST_CONDITION = 1e12;

    /** Empty where the eigenvectors are singular to working precision (defective matrices). */
    public static Optional<ComplexEigen> of(int d, double[] matrix) {
        RealMatrix a = new Array2DRowRealMatrix(d, d);
        for (int i = 0; i < d * d; i++) {
            a.setEntry(i / d, i % d, matrix[i]);
        }
        try {
            EigenDecomposition eigen = new EigenDecomposition(a);
            RealMatrix v = eigen.getV();
            RealMatrix inverse = new LUDecomposition(v, 1e-300).getSolver().getInverse();
            double condition = v.getNorm() * inverse.getNorm();
            return condition < WORST_CONDITION
                    ? Optional.of(complex(d, eigen, v, inverse, condition))
                    : Optional.empty();
        } catch (SingularMatrixException | MaxCountExceededException e) {
            return Optional.empty();
        }
    }

    private static ComplexEigen complex(
            int d, EigenDecomposition eigen, RealMatrix v, RealMatrix inverse, double condition) {
        double[] values = new double[2 * d];
        double[] vectors = new double[2 * d * d];
        double[] inverses = new double[2 * d * d];
        for (int j = 0; j < d; j++) {
            double im = eigen.getImagEigenvalue(j);
            values[2 * j] = eigen.getRealEigenvalue(j);
            values[2 * j + 1] = im;
            int first = im < 0 ? j - 1 : j;
            for (int i = 0; i < d; i++) {
                int p = 2 * (i * d + j);
                int q = 2 * (j * d + i);
                if (im == 0) {
                    vectors[p] = v.getEntry(i, j);
                    inverses[q] = inverse.getEntry(j, i);
                } else {
                    double sign = Math.signum(im);
                    vectors[p] = v.getEntry(i, first);
                    vectors[p + 1] = sign * v.getEntry(i, first + 1);
                    inverses[q] = inverse.getEntry(first, i) / 2;
                    inverses[q + 1] = -sign * inverse.getEntry(first + 1, i) / 2;
                }
            }
        }
        return new ComplexEigen(d, values, vectors, inverses, condition);
    }

    /** The largest |λ|. */
    public double spectralRadius() {
        double largest = 0;
        for (int j = 0; j < d; j++) {
            largest = Math.max(largest, Math.hypot(values[2 * j], values[2 * j + 1]));
        }
        return largest;
    }

    /** y = P⁻¹ x for a real x of length d at {@code xo}; y is d pairs at {@code yo}. */
    public void toEigenbasis(double[] x, int xo, double[] y, int yo) {
        for (int i = 0; i < d; i++) {
            double re = 0;
            double im = 0;
            int row = 2 * i * d;
            for (int j = 0; j < d; j++) {
                re += inverse[row + 2 * j] * x[xo + j];
                im += inverse[row + 2 * j + 1] * x[xo + j];
            }
            y[yo + 2 * i] = re;
            y[yo + 2 * i + 1] = im;
        }
    }

    /** The real part of P y. */
    public void fromEigenbasis(double[] y, int yo, double[] x, int xo) {
        for (int i = 0; i < d; i++) {
            double re = 0;
            int row = 2 * i * d;
            for (int j = 0; j < d; j++) {
                re +=
                        vectors[row + 2 * j] * y[yo + 2 * j]
                                - vectors[row + 2 * j + 1] * y[yo + 2 * j + 1];
            }
            x[xo + i] = re;
        }
    }
}
