package spaceslab.essay.transformervq.attention;

import java.util.ArrayList;
import java.util.List;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RealMatrix;

/**
 * Gradients of {@link BlockRecurrence} with a local bias in linear time, for every truncation that
 * stops keys at the cache. A block's queries meet the cache and the window with weights P over
 * both; with dP_s = G·μ_s or G·V_j and dS = P∘(dP − G·O),
 *
 * <pre>  dQ = dS [C; K̂],  dK_j = Σ dS_ij Q_i over the window,  dV_j = Σ P_ij G_i over the window,
 * </pre>
 *
 * and where values are reached through the cache, dU_s = Σ_i P_is G_i / N_s of every block is
 * summed from the last block to the first and handed to each V_j with z_j = s that the cache then
 * held. O(n(c + 2l)(d_k + d_v)) time; c·d_v numbers a block are kept for the way back.
 */
public final class BlockGradient {
    private final RealMatrix q;
    private final QuantisedKeys keys;
    private final RealMatrix v;
    private final RealMatrix g;
    private final LocalBias bias;
    private final int block;
    private final GradientReach reach;
    private final AttentionGradient gradient;

    private BlockGradient(
            RealMatrix q,
            QuantisedKeys keys,
            RealMatrix v,
            RealMatrix g,
            LocalBias bias,
            int block,
            GradientReach reach) {
        if (reach.keyBlocks() > 2 || bias.window() > block) {
            throw new IllegalArgumentException(
                    "keys reach "
                            + reach.keyBlocks()
                            + " blocks back, the window "
                            + bias.window()
                            + " tokens: only two blocks of "
                            + block
                            + " are kept");
        }
        this.q = q;
        this.keys = keys;
        this.v = v;
        this.g = g;
        this.bias = bias;
        this.block = block;
        this.reach = reach;
        int n = q.rows();
        gradient =
                new AttentionGradient(
                        q.like(n, q.columns()),
                        q.like(n, q.columns()),
                        v.like(n, v.columns()),
                        new double[bias.window() + 1]);
    }

    /**
     * @param g dL/dO, n × d_v
     * @param reach at most two blocks for keys
     */
    public static AttentionGradient of(
            RealMatrix q,
            QuantisedKeys keys,
            RealMatrix v,
            RealMatrix g,
            LocalBias bias,
            int block,
            GradientReach reach,
            StopSignal stop) {
        BlockGradient backward = new BlockGradient(q, keys, v, g, bias, block, reach);
        List<RealMatrix> ofSums = new ArrayList<>();
        BlockRecurrence.local(keys, bias, block)
                .attend(
                        q,
                        v,
                        (from, to, cache) -> ofSums.add(backward.block(from, to, cache)),
                        stop);
        if (reach.valueBlocks() > 2) {
            backward.throughTheCache(ofSums);
        }
        return backward.gradient;
    }

    /** All of a block but what goes through the cache: that is returned as dU, c × d_v. */
    private RealMatrix block(int from, int to, CompressiveCache cache) {
        RealMatrix ofSums = v.like(keys.size(), v.columns());
        RealMatrix logCounts = cache.logCounts();
        long[] counts = cache.counts();
        int slots = cache.tokens() > 0 ? keys.size() : 0;
        int first = Math.max(0, from - block);
        RealMatrix weights = q.like(1, slots + to - first);
        for (int i = from; i < to; i++) {
            int seen = slots + i + 1 - first;
            for (int s = 0; s < slots; s++) {
                double score = Scores.dot(q, i, keys.codes(), s) + logCounts.at(0, s);
                weights.set(0, s, score);
            }
            for (int j = first; j <= i; j++) {
                double score = Scores.dot(q, i, keys.codes(), keys.z()[j]) + bias.at(i - j);
                weights.set(0, slots + j - first, score);
            }
            QuadraticAttention.normalise(weights, 0, seen);
            query(i, first, slots, cache.means(), weights);
            for (int s = 0; s < slots; s++) {
                if (counts[s] > 0) {
                    ofSums.add(s, weights.at(0, s) / counts[s], g, i);
                }
            }
        }
        return ofSums;
    }

    private void query(int i, int first, int slots, RealMatrix means, RealMatrix weights) {
        double[] ofWeights = new double[slots + i + 1 - first];
        double mean = 0;
        for (int column = 0; column < ofWeights.length; column++) {
            ofWeights[column] =
                    column < slots
                            ? Scores.dot(g, i, means, column)
                            : Scores.dot(g, i, v, first + column - slots);
            mean += weights.at(0, column) * ofWeights[column];
        }
        for (int s = 0; s < slots; s++) {
            gradient.dq().add(i, weights.at(0, s) * (ofWeights[s] - mean), keys.codes(), s);
        }
        for (int j = first; j <= i; j++) {
            int column = slots + j - first;
            double weight = weights.at(0, column);
            double ofScore = weight * (ofWeights[column] - mean);
            int age = i / block - j / block;
            gradient.dq().add(i, ofScore, keys.codes(), keys.z()[j]);
            if (age < reach.keyBlocks()) {
                gradient.dk().add(j, ofScore, q, i);
            }
            if (age < reach.valueBlocks()) {
                gradient.dv().add(j, weight, g, i);
            }
            if (i - j <= bias.window()) {
                gradient.db()[i - j] += ofScore;
            }
        }
    }

    /** dV_j += Σ of dU_{z_j} of all blocks from two after j's own on. */
    private void throughTheCache(List<RealMatrix> ofSums) {
        RealMatrix later = v.like(keys.size(), v.columns());
        for (int h = ofSums.size() - 3; h >= 0; h--) {
            for (int s = 0; s < keys.size(); s++) {
                later.add(s, 1, ofSums.get(h + 2), s);
            }
            for (int j = h * block; j < (h + 1) * block; j++) {
                gradient.dv().add(j, 1, later, keys.z()[j]);
            }
        }
    }
}
