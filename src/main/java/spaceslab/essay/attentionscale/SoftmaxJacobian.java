package spaceslab.essay.attentionscale;

import java.util.Arrays;

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
                entries[i * p.length + j] = alpha * (i == j ? p[i] * (1 - p[i]) : -(p[i] * p[j]));
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

    /**
     * All eigenvalues, descending. J is a diagonal minus a rank-one matrix, so with p sorted
     * descending they are 0 and, one in each [αp_{i+1}, αp_i], the roots of the secular equation
     * {@code f(λ) = 1 − Σ_k αp_k²/(αp_k − λ)}, which falls from +∞ to −∞ there: halved to the last
     * bit. Equal probabilities pin their root between them. (EJML's symmetric QR does not converge
     * when probabilities span hundreds of decades; the secular equation does not mind.)
     */
    double[] eigenvalues() {
        double[] ascending = probabilities.clone();
        Arrays.sort(ascending);
        int n = ascending.length;
        double[] eigenvalues = new double[n];
        for (int i = 0; i < n - 1; i++) {
            double low = alpha * ascending[n - 2 - i];
            double high = alpha * ascending[n - 1 - i];
            for (double middle = 0.5 * (low + high);
                    middle > low && middle < high;
                    middle = 0.5 * (low + high)) {
                if (secular(middle) > 0) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            eigenvalues[i] = low;
        }
        return eigenvalues;
    }

    private double secular(double lambda) {
        double sum = 1;
        for (double p : probabilities) {
            sum -= alpha * p * p / (alpha * p - lambda);
        }
        return sum;
    }
}
