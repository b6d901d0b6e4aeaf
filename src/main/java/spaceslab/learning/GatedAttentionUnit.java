package spaceslab.learning;

/**
 * Gated attention unit (FLASH, arXiv:2202.10447; as in Transformer-VQ with softmax): one wide
 * single-head attention that gates a feed-forward layer,
 *
 * <pre>
 * u, v = silu(W_u x), silu(W_v x) [e],   z = silu(W_z x) [s],   q, k = γ z + β for each
 * y = W_o (u ∘ softmax(q kᵀ / √s) v)
 * </pre>
 *
 * [batch, time, size] to the same. {@code positions} is applied to q and k as [batch, 1, time, s].
 */
public final class GatedAttentionUnit implements Layer {
    private final Linear gateAndValue;
    private final Linear shared;
    private final Tensor queryScale;
    private final Tensor queryShift;
    private final Tensor keyScale;
    private final Tensor keyShift;
    private final Linear out;
    private final boolean causal;
    private final Layer positions;

    /** {@code inner} is e (usually twice the size), {@code key} is s (usually 128). */
    public GatedAttentionUnit(
            Weights weights, int size, int inner, int key, boolean causal, Layer positions) {
        gateAndValue = new Linear(weights.within("gateAndValue"), size, 2 * inner);
        shared = new Linear(weights.within("shared"), size, key);
        queryScale = weights.constant("queryScale", 1, key);
        queryShift = weights.constant("queryShift", 0, key);
        keyScale = weights.constant("keyScale", 1, key);
        keyShift = weights.constant("keyShift", 0, key);
        out = new Linear(weights.within("out"), inner, size);
        this.causal = causal;
        this.positions = positions;
    }

    @Override
    public Tensor apply(Tensor x) {
        Tensor[] gateValue = Activation.SILU.apply(gateAndValue.apply(x)).split(2, -1);
        Tensor z = Activation.SILU.apply(shared.apply(x));
        Tensor q = z.times(queryScale).plus(queryShift).expand(1);
        Tensor k = z.times(keyScale).plus(keyShift).expand(1);
        Tensor mixed =
                Attention.fused(
                                positions.apply(q),
                                positions.apply(k),
                                gateValue[1].expand(1),
                                causal)
                        .squeeze(1);
        return out.apply(gateValue[0].times(mixed));
    }
}
