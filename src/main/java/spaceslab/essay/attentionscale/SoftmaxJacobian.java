package spaceslab.essay.attentionscale;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The Jacobian of softmax(αs), {@code J_ij = ∂p_i/∂s_j = α(p_i δ_ij − p_i p_j)}: symmetric,
 * positive semidefinite, rows sum to 0. Half its L1 norm and its trace are both {@code G = α(1 −
 * Σp²)}; by interlacing (a diagonal minus rank one) the largest eigenvalue lies between α times the
 * second largest and α times the largest p. Meant for small n: O(n²) numbers, O(n³) for
 * eigenvalues.
 *
 * @param alpha scale
 * @param probabilities p, by log-sum-exp
 */
record SoftmaxJacobian(double alpha, double[] probabilities) {

    static SoftmaxJacobian of(double[] scores, double alpha) {
        double max = Arrays.stream(scores).max().orElseThrow();
        double[] p = Arrays.stream(scores).map(s -> Math.exp(alpha * (s - max))).toArray();
        double sum = Arrays.stream(p).sum();
        return new SoftmaxJacobian(alpha, Arrays.stream(p).map(w -> w / sum).toArray());
    }

    int size() {
        return probabilities.length;
    }

    /** All entries, row-major. */
    double[] entries() {
        double[] p = probabilities;
        double[] entries = new double[p.length * p.length];
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < p.length; j++) {
                entries[i * p.length + j] = alpha * p[i] * (i == j ? 1 - p[i] : -p[j]);
            }
        }
        return entries;
    }

    /** Σ_ij |J_ij| / 2, summed entry by entry. */
    double halfL1() {
        return Arrays.stream(entries()).map(Math::abs).sum() / 2;
    }

    /** α(1 − Σp²). */
    double gradient() {
        return alpha * (1 - Arrays.stream(probabilities).map(p -> p * p).sum());
    }

    /** −Σ p log p in nats. */
    double shannon() {
        return -Arrays.stream(probabilities).filter(p -> p > 0).map(p -> p * Math.log(p)).sum();
    }

    /** −log Σp² in nats. */
    double renyi2() {
        return -Math.log(Arrays.stream(probabilities).map(p -> p * p).sum());
    }

    /** Descending. */
    double[] eigenvalues() {
        int n = size();
        EigenDecomposition_F64<DMatrixRMaj> decomposition =
                DecompositionFactory_DDRM.eig(n, false, true);
        if (!decomposition.decompose(new DMatrixRMaj(n, n, true, entries()))) {
            throw new ArithmeticException("the eigenvalues of a " + n + " x " + n + " Jacobian");
        }
        double[] ascending = new double[n];
        for (int i = 0; i < n; i++) {
            ascending[i] = decomposition.getEigenvalue(i).getReal();
        }
        Arrays.sort(ascending);
        double[] descending = new double[n];
        for (int i = 0; i < n; i++) {
            descending[i] = ascending[n - 1 - i];
        }
        return descending;
    }
}
