package spaceslab.numerics;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.exception.MathArithmeticException;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

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
        return usual(d, a)
                .or(() -> {
                    Complex_F64[] values = eigenvalues(d, matrix);
                    double[] re = Arrays.stream(values).mapToDouble(v -> v.real).toArray();
                    double[] im = Arrays.stream(values).mapToDouble(v -> v.imaginary).toArray();
                    return RepeatedEigenvalues.of(a, re, im)
                            .flatMap(r -> of(d, r.re(), r.im(), r.vectors()));
                });
    }

    private static Optional<ComplexEigen> usual(int d, RealMatrix a) {
        try {
            EigenDecomposition eigen = new EigenDecomposition(a);
            return of(d, eigen.getRealEigenvalues(), eigen.getImagEigenvalues(), eigen.getV());
        } catch (MaxCountExceededException | MathArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Empty where V is singular to working precision. */
    private static Optional<ComplexEigen> of(int d, double[] re, double[] im, RealMatrix v) {
        try {
            RealMatrix inverse = new LUDecomposition(v, 1e-300).getSolver().getInverse();
            double condition = v.getNorm() * inverse.getNorm();
            return condition < WORST_CONDITION
                    ? Optional.of(complex(d, re, im, v, inverse, condition))
                    : Optional.empty();
        } catch (SingularMatrixException e) {
            return Optional.empty();
        }
    }

    /** The largest |λ| of a real matrix, which there always is, eigenvectors or not. */
    public static double spectralRadius(int d, double[] matrix) {
        return of(d, matrix)
                .map(ComplexEigen::spectralRadius)
                .orElseGet(() ->
                        Arrays.stream(eigenvalues(d, matrix))
                                .mapToDouble(Complex_F64::getMagnitude)
                                .max()
                                .orElse(0));
    }

    /** By EJML, whose iteration ends where that of commons-math3 does not; a pair is adjacent. */
    private static Complex_F64[] eigenvalues(int d, double[] matrix) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(d, false);
        if (!eigen.decompose(new DMatrixRMaj(d, d, true, matrix.clone()))) {
            throw new IllegalStateException("no eigenvalues of a matrix of " + d + " rows");
        }
        Complex_F64[] values = new Complex_F64[d];
        Arrays.setAll(values, eigen::getEigenvalue);
        return values;
    }

    private static ComplexEigen complex(
            int d,
            double[] re,
            double[] imaginary,
            RealMatrix v,
            RealMatrix inverse,
            double condition) {
        double[] values = new double[2 * d];
        double[] vectors = new double[2 * d * d];
        double[] inverses = new double[2 * d * d];
        for (int j = 0; j < d; j++) {
            double im = imaginary[j];
            values[2 * j] = re[j];
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
