package spaceslab.learning;

/**
 * Attention in several heads (arXiv:1706.03762): [batch, time, size] to the same. {@code positions}
 * is applied to queries and keys [batch, head, time, size / heads], such as {@link Rotary}, or
 * {@link Activation#IDENTITY} where positions were added before. Cost O(time² · size + time ·
 * size²).
 */
public final class MultiHeadAttention implements Layer {
    private final Linear queriesKeysValues;
    private final Linear out;
    private final int heads;
    private final boolean causal;
    private final Layer positions;

    public MultiHeadAttention(
            Weights weights, int size, int heads, boolean causal, Layer positions) {
        if (size % heads != 0) {
            throw new IllegalArgumentException(
                    "size (" + size + ") must be a multiple of heads (" + heads + ")");
        }
        queriesKeysValues = new Linear(weights.within("queriesKeysValues"), size, 3 * size);
        out = new Linear(weights.within("out"), size, size);
        this.heads = heads;
        this.causal = causal;
        this.positions = positions;
    }

    @Override
    public Tensor apply(Tensor x) {
        Tensor[] qkv = queriesKeysValues.apply(x).split(3, -1);
        Tensor q = positions.apply(inHeads(qkv[0]));
        Tensor k = positions.apply(inHeads(qkv[1]));
        Tensor mixed = Attention.fused(q, k, inHeads(qkv[2]), causal);
        return out.apply(mixed.swap(1, 2).reshape(x.shape()));
    }

    private Tensor inHeads(Tensor x) {
        return x.reshape(x.size(0), x.size(1), heads, x.size(2) / heads).swap(1, 2);
    }
}
