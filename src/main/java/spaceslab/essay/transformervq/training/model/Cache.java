package spaceslab.essay.transformervq.training.model;

import spaceslab.learning.Tensor;

/**
 * What is kept of tokens that left the window: for each code s the number N_s of keys that had it
 * and the mean μ_s of their values. Means and not sums, so that nothing large meets an exponential.
 *
 * @param codewords C, [c, d_k], or [batch, 1, c, d_k] where they are the batch's own
 * @param means μ, [batch, block, c, d_v]
 * @param counts N, [batch, block, 1, c]
 */
record Cache(Tensor codewords, Tensor means, Tensor counts) {
    /** Of what each block of a sequence may read: everything before the block before it. */
    static Cache of(CodedKeys keys, Tensor blocksOfValues, Truncation truncation) {
        int codes = keys.count();
        long batch = blocksOfValues.size(0);
        long blocks = blocksOfValues.size(1);
        Tensor picks =
                keys.codes()
                        .oneHot(codes, blocksOfValues.precision())
                        .reshape(batch, blocks, blocksOfValues.size(2), codes);
        Tensor sums = before(picks.swap(2, 3).matMul(truncation.cached(blocksOfValues)));
        Tensor counts = before(picks.sumKept(2));
        return new Cache(
                keys.codewords(), sums.over(counts.maximum(one(counts)).swap(2, 3)), counts);
    }

    private static Tensor one(Tensor like) {
        return Tensor.full(like.precision(), 1, 1);
    }

    /** Sums over the blocks up to the last but one. */
    private static Tensor before(Tensor perBlock) {
        long blocks = perBlock.size(1);
        if (blocks < 3) {
            return perBlock.times(0);
        }
        Tensor older = perBlock.slice(1, 0, blocks - 2).cumulativeSum(1);
        return Tensor.concat(1, perBlock.slice(1, 0, 2).times(0), older);
    }

    /**
     * q·C_s + log N_s, [batch, block, queries, c]; codes without a token get none of the weight.
     */
    Tensor scores(Tensor queries) {
        Tensor empty = counts.equalTo(Tensor.zeros(counts.precision(), 1));
        Tensor logCounts = counts.maximum(one(counts)).log().plus(empty.times(LocalBias.NEVER));
        return queries.matMul(codewords.swap(-1, -2)).plus(logCounts);
    }

    /** With more tokens, [batch, 1, w, d_v] of codes [batch, w]: μ ← (N μ + Σ v) / N′. */
    Cache with(Tensor codes, Tensor values) {
        int size = Math.toIntExact(means.size(2));
        Tensor picks = codes.oneHot(size, values.precision()).expand(1);
        Tensor more = counts.plus(picks.sumKept(2));
        Tensor sums = means.times(counts.swap(2, 3)).plus(picks.swap(2, 3).matMul(values));
        return new Cache(codewords, sums.over(more.maximum(one(more)).swap(2, 3)), more);
    }
}
