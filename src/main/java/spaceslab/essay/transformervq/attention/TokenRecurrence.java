package spaceslab.essay.transformervq.attention;

import spaceslab.numerics.Panels;
import spaceslab.numerics.RealMatrix;

/**
 * Causal attention token by token, as text is sampled: U_i = U_{i−1} + Δ_iᵀ V_i touches one row,
 * and O_i = exp(Q_i Cᵀ) U_i / exp(Q_i Cᵀ) N_i. O(c(d_k + d_v)) time a token and memory that does
 * not grow. No bias: near and far are alike.
 */
public final class TokenRecurrence {
    private final CompressiveCache cache;
    private final Panels codes;
    private final RealMatrix scores;

    public TokenRecurrence(RealMatrix codes, RealMatrix v) {
        cache = new CompressiveCache(v, codes.rows());
        this.codes = Panels.transposed(codes);
        scores = codes.like(1, codes.rows());
    }

    /** Takes token i and writes its output to row i. */
    public void step(RealMatrix q, int[] z, RealMatrix v, int i, RealMatrix out) {
        cache.absorb(z, v, i, i + 1);
        q.multiply(i, i + 1, row -> q.columns(), codes, codes.columns(), scores, 0);
        RealMatrix logCounts = cache.logCounts();
        scores.add(0, 1, logCounts, 0);
        QuadraticAttention.normalise(scores, 0, scores.columns());
        for (int j = 0; j < v.columns(); j++) {
            double sum = 0;
            for (int s = 0; s < scores.columns(); s++) {
                sum += scores.at(0, s) * cache.means().at(s, j);
            }
            out.set(i, j, sum);
        }
    }

    /** All tokens one after the other. */
    public static RealMatrix attend(RealMatrix q, QuantisedKeys keys, RealMatrix v) {
        TokenRecurrence recurrence = new TokenRecurrence(keys.codes(), v);
        RealMatrix out = v.like(v.rows(), v.columns());
        for (int i = 0; i < v.rows(); i++) {
            recurrence.step(q, keys.z(), v, i, out);
        }
        return out;
    }
}
