package spaceslab.learning;

/**
 * A small causal language model (pre-norm, learned positions): indices [batch, time] to scores of
 * the next symbol [batch, time, symbols].
 */
public final class TransformerDecoder implements Layer {
    /** Sizes; the inner layer of the feed-forward part is four times {@code size}. */
    public record Sizes(int symbols, int time, int size, int heads, int layers) {}

    private final Embedding symbols;
    private final Tensor positions;
    private final Layer blocks;
    private final Linear scores;

    public TransformerDecoder(Weights weights, Sizes sizes) {
        int d = sizes.size();
        symbols = new Embedding(weights.within("symbols"), sizes.symbols(), d, 0.02);
        positions = weights.normal("positions", 0.02, sizes.time(), d);
        Layer all = Activation.IDENTITY;
        for (int i = 0; i < sizes.layers(); i++) {
            all = all.then(block(weights.within("block" + i), sizes));
        }
        blocks = all.then(new LayerNorm(weights.within("norm"), d));
        scores = new Linear(weights.within("scores"), d, sizes.symbols());
    }

    private static Layer block(Weights weights, Sizes sizes) {
        int d = sizes.size();
        return new PreNormBlock(
                weights,
                d,
                "attention",
                w -> new MultiHeadAttention(w, d, sizes.heads(), true, Activation.IDENTITY));
    }

    @Override
    public Tensor apply(Tensor index) {
        return scores(hidden(index));
    }

    /** What the scores are made of: [batch, time] to [batch, time, size]. */
    public Tensor hidden(Tensor index) {
        long time = index.size(-1);
        Tensor where = time == positions.size(0) ? positions : positions.slice(0, 0, time);
        return blocks.apply(symbols.apply(index).plus(where));
    }

    /** Scores of the next symbol: [..., size] to [..., symbols]. */
    public Tensor scores(Tensor hidden) {
        return scores.apply(hidden);
    }

    /** The vectors that hidden states are multiplied with for scores: [symbols, size]. */
    public Tensor outputVectors() {
        return scores.weight();
    }
}
