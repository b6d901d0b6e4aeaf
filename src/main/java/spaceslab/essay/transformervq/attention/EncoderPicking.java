package spaceslab.essay.transformervq.attention;

import spaceslab.numerics.Panels;
import spaceslab.numerics.RealMatrix;

/**
 * Attention of every token to every token: picking columns commutes with the exponential, exp(Q
 * K̂ᵀ) = exp(Q Cᵀ) Δᵀ, so O = exp(Q Cᵀ)(Δᵀ V) / exp(Q Cᵀ)(Δᵀ 1). O(n·c·(d_k + d_v)) time.
 */
public final class EncoderPicking {
    private EncoderPicking() {}

    public static RealMatrix attend(RealMatrix q, QuantisedKeys keys, RealMatrix v) {
        CompressiveCache cache = new CompressiveCache(v, keys.size());
        cache.absorb(keys.z(), v, 0, v.rows());
        RealMatrix scores = q.times(Panels.transposed(keys.codes()));
        RealMatrix logCounts = cache.logCounts();
        int[] all = new int[keys.size()];
        java.util.Arrays.setAll(all, s -> s);
        RealMatrix weights = q.like(q.rows(), keys.size());
        for (int i = 0; i < q.rows(); i++) {
            for (int s = 0; s < keys.size(); s++) {
                weights.set(i, s, scores.at(i, s) + logCounts.at(0, s));
            }
            QuadraticAttention.normalise(weights, i, keys.size());
        }
        return weights.times(Panels.of(cache.means()));
    }
}
