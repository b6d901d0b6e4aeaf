package spaceslab.essay.transformervq.attention;

import spaceslab.numerics.RealMatrix;

/**
 * Gradients of L = Σ O∘G for causal attention over quantised keys with a local bias: with P =
 * softmax(Q K̂ᵀ + B), dP = G Vᵀ and dS = P∘(dP − rowsum(P∘dP)),
 *
 * <pre>  dQ = dS K̂,  dK_j = Σ_i dS_ij Q_i,  dV_j = Σ_i P_ij G_i,  db_d = Σ_{i−j=d} dS_ij,</pre>
 *
 * where the sums of dK and dV leave out queries from blocks beyond the {@link GradientReach}. dK is
 * that of K̂: the straight-through estimator hands it on. O(n²(d_k + d_v)), for looking; training
 * lets libtorch do it block by block.
 *
 * @param dq n × d_k
 * @param dk n × d_k
 * @param dv n × d_v
 * @param db by distance, 0 … window
 */
public record AttentionGradient(RealMatrix dq, RealMatrix dk, RealMatrix dv, double[] db) {
    /**
     * @param weights P, n × n, of {@link QuadraticAttention#weights}
     * @param g dL/dO, n × d_v
     */
    public static AttentionGradient of(
            RealMatrix q,
            QuantisedKeys keys,
            RealMatrix v,
            RealMatrix weights,
            RealMatrix g,
            int block,
            int window,
            GradientReach reach) {
        RealMatrix vectors = keys.vectors();
        int n = q.rows();
        AttentionGradient gradient =
                new AttentionGradient(
                        q.like(n, q.columns()),
                        q.like(n, q.columns()),
                        q.like(n, v.columns()),
                        new double[window + 1]);
        for (int i = 0; i < n; i++) {
            double[] scores = ofScores(weights, v, g, i);
            for (int j = 0; j <= i; j++) {
                int age = i / block - j / block;
                gradient.dq.add(i, scores[j], vectors, j);
                if (age < reach.keyBlocks()) {
                    gradient.dk.add(j, scores[j], q, i);
                }
                if (age < reach.valueBlocks()) {
                    gradient.dv.add(j, weights.at(i, j), g, i);
                }
                if (i - j <= window) {
                    gradient.db[i - j] += scores[j];
                }
            }
        }
        return gradient;
    }

    /** dS, n × n: what each query's output asks of its score with each key. */
    public static RealMatrix ofScores(RealMatrix weights, RealMatrix v, RealMatrix g) {
        RealMatrix scores = weights.like(weights.rows(), weights.columns());
        for (int i = 0; i < scores.rows(); i++) {
            double[] row = ofScores(weights, v, g, i);
            for (int j = 0; j <= i; j++) {
                scores.set(i, j, row[j]);
            }
        }
        return scores;
    }

    /** dS_i0 … dS_ii. */
    private static double[] ofScores(RealMatrix weights, RealMatrix v, RealMatrix g, int i) {
        double[] scores = new double[i + 1];
        double mean = 0;
        for (int j = 0; j <= i; j++) {
            scores[j] = Scores.dot(g, i, v, j);
            mean += weights.at(i, j) * scores[j];
        }
        for (int j = 0; j <= i; j++) {
            scores[j] = weights.at(i, j) * (scores[j] - mean);
        }
        return scores;
    }
}
