package spaceslab.essay.pretraining.transfer;

import java.util.ArrayList;
import java.util.List;
import spaceslab.learning.Activation;
import spaceslab.learning.Embedding;
import spaceslab.learning.Layer;
import spaceslab.learning.LayerNorm;
import spaceslab.learning.Linear;
import spaceslab.learning.MultiHeadAttention;
import spaceslab.learning.PreNormBlock;
import spaceslab.learning.Rotary;
import spaceslab.learning.Tensor;
import spaceslab.learning.Weights;

/**
 * A Transformer (pre-norm) over pixels of two levels with two read-outs: the level of every pixel
 * [batch, time, 2], and the label of the sequence [batch, 2] from the mean over time. Token 0 is
 * the mask, 1 and 2 are the levels.
 */
final class SequenceModel {
    static final int MASK = 0;
    private static final int TOKENS = 3;
    private static final int CLASSES = 2;
    private static final double DEVIATION = 0.02;

    private final Embedding tokens;
    private final PositionVectors positions;
    private final List<PreNormBlock> blocks = new ArrayList<>();
    private final List<MultiHeadAttention> attentions = new ArrayList<>();
    private final Layer norm;
    private final Layer levels;
    private final Layer label;

    SequenceModel(Weights weights, TransferParameters p) {
        int d = p.width();
        tokens = new Embedding(weights.within("tokens"), TOKENS, d, DEVIATION);
        positions = PositionVectors.of(p.positions(), weights.within("positions"), p.size(), d);
        Layer turned =
                p.positions() == Positions.ROTARY
                        ? new Rotary(
                                weights.precision(), p.time(), d / TransferParameters.HEADS, 10_000)
                        : Activation.IDENTITY;
        boolean causal = p.objective() == Objective.CAUSAL;
        for (int i = 0; i < p.layers(); i++) {
            blocks.add(
                    new PreNormBlock(
                            weights.within("block" + i),
                            d,
                            "attention",
                            w -> attention(w, d, causal, turned)));
        }
        norm = new LayerNorm(weights.within("norm"), d);
        levels = new Linear(weights.within("levels"), d, CLASSES);
        label = new Linear(weights.within("label"), d, CLASSES);
    }

    private MultiHeadAttention attention(Weights w, int d, boolean causal, Layer turned) {
        MultiHeadAttention made =
                new MultiHeadAttention(w, d, TransferParameters.HEADS, causal, turned);
        attentions.add(made);
        return made;
    }

    private Tensor embedded(Tensor index) {
        return positions.addTo(tokens.apply(index));
    }

    private Tensor encoded(Tensor index) {
        Tensor x = embedded(index);
        for (PreNormBlock block : blocks) {
            x = block.apply(x);
        }
        return norm.apply(x);
    }

    /** Scores of both levels at every time: indices [batch, time] to [batch, time, 2]. */
    Tensor levels(Tensor index) {
        return levels.apply(encoded(index));
    }

    /** Scores of both labels: indices [batch, time] to [batch, 2]. */
    Tensor label(Tensor index) {
        return label.apply(encoded(index).mean(1));
    }

    /** Whom every time looks at in each layer, mean over batch and heads: [time, time] each. */
    List<Tensor> attention(Tensor index) {
        List<Tensor> found = new ArrayList<>();
        Tensor x = embedded(index);
        for (int i = 0; i < blocks.size(); i++) {
            PreNormBlock block = blocks.get(i);
            found.add(attentions.get(i).weights(block.mixerInput(x)).mean(0).mean(0));
            x = block.apply(x);
        }
        return found;
    }

    /** The vectors that are added for the positions. */
    PositionVectors positions() {
        return positions;
    }
}
