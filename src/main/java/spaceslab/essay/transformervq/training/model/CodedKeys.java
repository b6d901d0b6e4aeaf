package spaceslab.essay.transformervq.training.model;

import spaceslab.learning.Tensor;
import spaceslab.learning.quantisation.Quantiser;

/**
 * Keys as attention sees them.
 *
 * @param keys [batch, time, d_k], with the straight-through gradient where they are quantised
 * @param codes [batch, time], empty where nothing is quantised
 * @param codewords [c, d_k], likewise
 * @param loss of the quantiser, 0-d
 */
record CodedKeys(Tensor keys, Tensor codes, Tensor codewords, Tensor loss) {
    /** {@code learning} where the quantiser learns from this batch. */
    static CodedKeys of(Tensor keys, Quantiser quantiser, boolean learning) {
        Tensor flat = keys.reshape(-1, keys.size(-1));
        Quantiser.Quantised q = learning ? quantiser.train(flat) : quantiser.apply(flat);
        if (quantiser.size() == 0) {
            return new CodedKeys(keys, q.codes(), q.codes(), q.loss());
        }
        return new CodedKeys(
                q.vectors().reshape(keys.shape()),
                q.codes().reshape(keys.size(0), keys.size(1)),
                codewords(quantiser),
                q.loss());
    }

    /** All codewords of a quantiser, [c, d_k]. */
    static Tensor codewords(Quantiser quantiser) {
        int[] all = new int[quantiser.size()];
        java.util.Arrays.setAll(all, i -> i);
        return quantiser.vectors(Tensor.indices(all, all.length));
    }

    /** c. */
    int count() {
        return Math.toIntExact(codewords.size(0));
    }
}
