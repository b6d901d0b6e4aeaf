package spaceslab.essay.pretraining.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spaceslab.learning.Activation;
import spaceslab.learning.Embedding;
import spaceslab.learning.Layer;
import spaceslab.learning.LayerNorm;
import spaceslab.learning.Linear;
import spaceslab.learning.PreNormBlock;
import spaceslab.learning.Rotary;
import spaceslab.learning.Tensor;
import spaceslab.learning.Weights;

/**
 * Pre-norm blocks over tokens with two read-outs: the level of every position [batch, time,
 * levels], and the label of the sequence [batch, 2] from the mean over time. Token 0 is the mask, 1
 * … levels are the levels.
 */
public final class SequenceModel {
    static final int MASK = 0;
    private static final int CLASSES = 2;
    private static final double DEVIATION = 0.02;

    private final Embedding tokens;
    private final PositionVectors positions;
    private final List<PreNormBlock> blocks = new ArrayList<>();
    private final List<Mixer> mixers = new ArrayList<>();
    private final Layer norm;
    private final Layer levels;
    private final Layer label;

    /** In an open root scope. */
    public SequenceModel(Weights weights, ModelSizes sizes) {
        int d = sizes.width();
        tokens = new Embedding(weights.within("tokens"), 1 + sizes.levels(), d, DEVIATION);
        positions =
                sizes.architecture().attends()
                        ? PositionVectors.of(sizes, weights.within("positions"))
                        : PositionVectors.none();
        Layer turned =
                sizes.positions() == Positions.ROTARY
                        ? new Rotary(
                                weights.precision(), sizes.time(), d / ModelSizes.HEADS, 10_000)
                        : Activation.IDENTITY;
        String name = sizes.architecture().attends() ? "attention" : "recurrence";
        for (int i = 0; i < sizes.layers(); i++) {
            blocks.add(
                    new PreNormBlock(
                            weights.within("block" + i), d, name, w -> mixer(w, sizes, turned)));
        }
        norm = new LayerNorm(weights.within("norm"), d);
        levels = new Linear(weights.within("levels"), d, sizes.levels());
        label = new Linear(weights.within("label"), d, CLASSES);
    }

    private Mixer mixer(Weights weights, ModelSizes sizes, Layer turned) {
        Mixer made = Mixer.of(weights, sizes, turned);
        mixers.add(made);
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

    /** Scores of all levels at every time: indices [batch, time] to [batch, time, levels]. */
    public Tensor levels(Tensor index) {
        return levels.apply(encoded(index));
    }

    /** Scores of both labels: indices [batch, time] to [batch, 2]. */
    public Tensor label(Tensor index) {
        return label.apply(encoded(index).mean(1));
    }

    /** Where every time takes its information from, in each layer: [time, time] row-major. */
    public List<double[]> shares(Tensor index) {
        List<double[]> found = new ArrayList<>();
        Tensor x = embedded(index);
        for (int i = 0; i < blocks.size(); i++) {
            PreNormBlock block = blocks.get(i);
            found.add(mixers.get(i).shares(block.mixerInput(x)));
            x = block.apply(x);
        }
        return found;
    }

    /** max over channels of |K_l| in the first layer, l = 1 − time … time − 1, or empty. */
    public Optional<double[]> kernel() {
        return mixers.getFirst().kernel();
    }

    /** The vectors that are added for the positions. */
    public PositionVectors positions() {
        return positions;
    }
}
