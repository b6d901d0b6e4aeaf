package spaceslab.essay.transformervq.training.model;

import java.util.Optional;
import spaceslab.learning.Tensor;

/**
 * softmax(Q K̂ᵀ + B) V over a sequence, without a factor 1/√d (whoever makes queries and keys
 * scales them). Shapes: Q, K̂ [batch, n, d_k], V [batch, n, d_v]; O [batch, n, d_v].
 *
 * @param reach what is attended to
 * @param bias B
 * @param block l, a divisor of n
 * @param truncation of gradients; of no effect on {@link Reach#FULL}
 */
record CausalAttention(Reach reach, LocalBias bias, int block, Truncation truncation) {

    Tensor apply(Tensor queries, CodedKeys keys, Tensor values) {
        return reach == Reach.FULL
                ? quadratic(queries, keys.keys(), values)
                : inBlocks(queries, keys, values);
    }

    private Tensor quadratic(Tensor queries, Tensor keys, Tensor values) {
        int n = Math.toIntExact(queries.size(1));
        Tensor scores = queries.matMul(keys.swap(1, 2)).plus(bias.matrix(0, n, n));
        return scores.softmax().matMul(values);
    }

    /**
     * With the window of block g and a cache of the blocks up to g − 2:
     *
     * <pre>
     * numerator = Σ_window exp(q·k̂_j + b_{i−j}) v_j + Σ_s N_s exp(q·C_s) μ_s
     * </pre>
     *
     * and the denominator alike with v = μ = 1; one maximum for both sums.
     */
    private Tensor inBlocks(Tensor queries, CodedKeys keys, Tensor values) {
        if (queries.size(1) % block != 0) {
            throw new IllegalArgumentException(
                    "n (" + queries.size(1) + ") must be a multiple of block (" + block + ")");
        }
        Tensor own = blocks(values);
        Optional<Cache> cache =
                reach == Reach.CACHE
                        ? Optional.of(Cache.of(keys, own, truncation))
                        : Optional.empty();
        Tensor mixed =
                attend(
                        blocks(queries),
                        window(blocks(keys.keys())),
                        window(own),
                        bias.matrix(block, block, 2 * block).plus(beforeTheFirst(queries)),
                        cache);
        return mixed.reshape(values.shape());
    }

    /** Queries [batch, g, l, d_k] over windows [batch, g, w, ·] and what is cached. */
    static Tensor attend(
            Tensor queries, Tensor keys, Tensor values, Tensor bias, Optional<Cache> cache) {
        Tensor scores = queries.matMul(keys.swap(2, 3)).plus(bias);
        if (cache.isEmpty()) {
            return scores.softmax().matMul(values);
        }
        Tensor far = cache.get().scores(queries);
        long width = scores.size(-1);
        Tensor weights = Tensor.concat(-1, scores, far).softmax();
        return weights.slice(-1, 0, width)
                .matMul(values)
                .plus(weights.slice(-1, width, width + far.size(-1)).matMul(cache.get().means()));
    }

    private Tensor blocks(Tensor x) {
        return x.reshape(x.size(0), x.size(1) / block, block, x.size(2));
    }

    /** The block before each, then itself: [batch, m, l, d] to [batch, m, 2l, d]. */
    private Tensor window(Tensor blocks) {
        long count = blocks.size(1);
        Tensor first = blocks.slice(1, 0, 1).times(0);
        Tensor previous =
                count == 1
                        ? first
                        : Tensor.concat(
                                1, first, truncation.previous(blocks.slice(1, 0, count - 1)));
        return Tensor.concat(2, previous, blocks);
    }

    /** [m, 1, 2l]: nothing precedes the first block. */
    private Tensor beforeTheFirst(Tensor queries) {
        int count = Math.toIntExact(queries.size(1) / block);
        double[] mask = new double[count * 2 * block];
        java.util.Arrays.fill(mask, 0, block, LocalBias.NEVER);
        return Tensor.of(queries.precision(), mask, count, 1, 2L * block);
    }
}
