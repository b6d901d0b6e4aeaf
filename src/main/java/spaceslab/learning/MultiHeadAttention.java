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

    /** Whom each time looks at: softmax(Q Kᵀ / √d), [batch, head, time, time]; for looking only. */
    public Tensor weights(Tensor x) {
        Tensor[] qkv = queriesKeysValues.apply(x).split(3, -1);
        Tensor q = positions.apply(inHeads(qkv[0]));
        Tensor k = positions.apply(inHeads(qkv[1]));
        Tensor scores = q.matMul(k.swap(-1, -2)).times(1 / Math.sqrt(q.size(-1)));
        return (causal ? scores.plus(future(x)) : scores).softmax();
    }

    /** −10⁹ for what lies ahead, else 0. */
    private static Tensor future(Tensor x) {
        int time = Math.toIntExact(x.size(1));
        double[] ahead = new double[time * time];
        for (int t = 0; t < time; t++) {
            java.util.Arrays.fill(ahead, t * time + t + 1, (t + 1) * time, -1e9);
        }
        return Tensor.of(x.precision(), ahead, time, time);
    }

    private Tensor inHeads(Tensor x) {
        return x.reshape(x.size(0), x.size(1), heads, x.size(2) / heads).swap(1, 2);
    }
}
