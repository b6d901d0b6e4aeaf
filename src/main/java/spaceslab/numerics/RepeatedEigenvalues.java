package spaceslab.numerics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Eigenvectors where a real eigenvalue is repeated: substitution back from the Schur form gives
 * each of them nearly the same vector there, and the whole basis looks singular though it is not
 * (or the form is not reached at all). Here a simple eigenvalue's vector comes from inverse
 * iteration; the null space of A − λI, which its singular value decomposition gives as an
 * orthonormal basis, has as many dimensions as λ has copies, unless A is defective. O(d³) for each
 * such λ.
 *
 * @param re real parts
 * @param im imaginary parts
 * @param vectors V, d × d, unit columns; two columns for a pair
 */
record RepeatedEigenvalues(double[] re, double[] im, RealMatrix vectors) {
    /** Eigenvalues of this distance over ‖A‖₁ are one. */
    private static final double CLOSE = 1e-10;

    /** A singular value of this size over ‖A‖₁ is zero. */
    private static final double NULL = 1e-9;

    private static final double BESIDE = 1e-15;
    private static final int ITERATIONS = 4;

    /** Empty where A is defective. */
    static Optional<RepeatedEigenvalues> of(RealMatrix a, double[] re, double[] im) {
        int d = a.getRowDimension();
        double close = CLOSE * a.getNorm();
        RealMatrix vectors = new Array2DRowRealMatrix(d, d);
        boolean[] done = new boolean[d];
        for (int j = 0; j < d; j++) {
            if (done[j]) {
                continue;
            }
            if (Math.abs(im[j]) > close) {
                im[j] = Math.abs(im[j]);
                im[j + 1] = -im[j];
                pair(a, re[j], im[j], vectors, j);
                done[j + 1] = true;
                continue;
            }
            List<Integer> copies = new ArrayList<>();
            for (int k = j; k < d; k++) {
                if (Math.abs(im[k]) <= close && Math.abs(re[k] - re[j]) <= close) {
                    copies.add(k);
                    done[k] = true;
                }
            }
            if (copies.size() == 1) {
                im[j] = 0;
                vectors.setColumnVector(j, nullVector(shifted(a, re[j])));
                continue;
            }
            double mean = copies.stream().mapToDouble(k -> re[k]).average().orElseThrow();
            Optional<RealMatrix> space = nullSpace(a, mean, copies.size());
            if (space.isEmpty()) {
                return Optional.empty();
            }
            for (int k = 0; k < copies.size(); k++) {
                re[copies.get(k)] = mean;
                im[copies.get(k)] = 0;
                vectors.setColumnVector(copies.get(k), space.get().getColumnVector(k));
            }
        }
        return Optional.of(new RepeatedEigenvalues(re, im, vectors));
    }

    /** v and w of the eigenvector v + i w: (A − re) v + im w = 0, (A − re) w − im v = 0. */
    private static void pair(RealMatrix a, double re, double im, RealMatrix vectors, int j) {
        int d = a.getRowDimension();
        RealMatrix both = new Array2DRowRealMatrix(2 * d, 2 * d);
        RealMatrix shifted = shifted(a, re);
        both.setSubMatrix(shifted.getData(), 0, 0);
        both.setSubMatrix(shifted.getData(), d, d);
        for (int i = 0; i < d; i++) {
            both.setEntry(i, d + i, im);
            both.setEntry(d + i, i, -im);
        }
        RealVector vector = nullVector(both);
        vectors.setColumnVector(j, vector.getSubVector(0, d));
        vectors.setColumnVector(j + 1, vector.getSubVector(d, d));
    }

    private static RealMatrix shifted(RealMatrix a, double value) {
        return a.subtract(
                MatrixUtils.createRealIdentityMatrix(a.getRowDimension()).scalarMultiply(value));
    }

    /** By inverse iteration, a little beside the singular matrix. */
    private static RealVector nullVector(RealMatrix singular) {
        int d = singular.getRowDimension();
        DecompositionSolver solver =
                new LUDecomposition(shifted(singular, BESIDE * singular.getNorm()), 0).getSolver();
        RealVector vector = new ArrayRealVector(d);
        for (int i = 0; i < d; i++) {
            vector.setEntry(i, 1 + 1.0 / (i + 2));
        }
        for (int i = 0; i < ITERATIONS; i++) {
            vector = solver.solve(vector.mapDivide(vector.getNorm()));
        }
        return vector.mapDivide(vector.getNorm());
    }

    private static Optional<RealMatrix> nullSpace(RealMatrix a, double value, int dimensions) {
        int d = a.getRowDimension();
        SingularValueDecomposition decomposition =
                new SingularValueDecomposition(shifted(a, value));
        double largestOfNull = decomposition.getSingularValues()[d - dimensions];
        if (largestOfNull > NULL * a.getNorm()) {
            return Optional.empty();
        }
        int[] rows = new int[d];
        Arrays.setAll(rows, i -> i);
        int[] last = new int[dimensions];
        Arrays.setAll(last, k -> d - dimensions + k);
        return Optional.of(decomposition.getV().getSubMatrix(rows, last));
    }
}
