package spaceslab.essay.amed;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The principal components of one trajectory: of its points, less their mean, at all stamps. They
 * are found from the Gram matrix of the M points (M × M, so that d may be large): O(M² d + M³).
 */
final class PrincipalPlane {
    private final int dimension;
    private final double[] mean;

    /** Unit vectors, the largest variance first. */
    private final double[][] axes;

    private PrincipalPlane(double[] mean, double[][] axes) {
        this.dimension = mean.length;
        this.mean = mean;
        this.axes = axes;
    }

    /**
     * Of one row of a batch.
     *
     * @param points the batch at every stamp
     * @param row of the batch
     * @param count components
     */
    static PrincipalPlane of(double[][] points, int row, int dimension, int count) {
        int size = points.length;
        double[] mean = new double[dimension];
        for (double[] batch : points) {
            for (int i = 0; i < dimension; i++) {
                mean[i] += batch[row * dimension + i] / size;
            }
        }
        DMatrixRMaj gram = new DMatrixRMaj(size, size);
        for (int m = 0; m < size; m++) {
            for (int n = 0; n <= m; n++) {
                double product = 0;
                for (int i = 0; i < dimension; i++) {
                    product +=
                            (points[m][row * dimension + i] - mean[i])
                                    * (points[n][row * dimension + i] - mean[i]);
                }
                gram.set(m, n, product);
                gram.set(n, m, product);
            }
        }
        return new PrincipalPlane(mean, axes(gram, points, row, mean, count));
    }

    private static double[][] axes(
            DMatrixRMaj gram, double[][] points, int row, double[] mean, int count) {
        int size = points.length;
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        if (!eigen.decompose(gram)) {
            throw new IllegalStateException("no principal components");
        }
        Integer[] order = new Integer[size];
        java.util.Arrays.setAll(order, k -> k);
        java.util.Arrays.sort(
                order,
                java.util.Comparator.comparingDouble(k -> -eigen.getEigenvalue(k).getReal()));
        int d = mean.length;
        double[][] axes = new double[Math.min(count, d)][d];
        for (int k = 0; k < axes.length; k++) {
            DMatrixRMaj weights = eigen.getEigenVector(order[k]);
            double square = 0;
            for (int i = 0; i < d; i++) {
                for (int n = 0; n < size; n++) {
                    axes[k][i] += weights.get(n) * (points[n][row * d + i] - mean[i]);
                }
                square += axes[k][i] * axes[k][i];
            }
            double length = Math.sqrt(square);
            for (int i = 0; i < d; i++) {
                axes[k][i] = length > 0 ? axes[k][i] / length : 0;
            }
        }
        return axes;
    }

    /** The coordinate of a row along a component, from the mean. */
    double coordinate(double[] batch, int row, int component) {
        double along = 0;
        for (int i = 0; i < dimension; i++) {
            along += (batch[row * dimension + i] - mean[i]) * axes[component][i];
        }
        return along;
    }

    /** Distance from the span of the first components, in units of the row's own length. */
    double residual(double[] batch, int row, int components) {
        double[] away = new double[dimension];
        double length = 0;
        for (int i = 0; i < dimension; i++) {
            double x = batch[row * dimension + i];
            away[i] = x - mean[i];
            length += x * x;
        }
        for (int k = 0; k < Math.min(components, axes.length); k++) {
            double along = coordinate(batch, row, k);
            for (int i = 0; i < dimension; i++) {
                away[i] -= along * axes[k][i];
            }
        }
        double square = 0;
        for (double a : away) {
            square += a * a;
        }
        return Math.sqrt(square / length);
    }
}
