package spaceslab.learning;

import java.util.function.Function;

/**
 * A residual block in pre-norm form: x + mixer(norm x), then y + mlp(norm y) with an inner layer of
 * four times the size. [batch, time, size] to the same, given a mixer that does so.
 */
public final class PreNormBlock implements Layer {
    private final Layer mixerNorm;
    private final Layer mixer;
    private final Layer innerNorm;
    private final Layer inner;

    /** The mixer's weights are called {@code name.…}, its norm's {@code nameNorm.…}. */
    public PreNormBlock(Weights weights, int size, String name, Function<Weights, Layer> mixer) {
        mixerNorm = new LayerNorm(weights.within(name + "Norm"), size);
        this.mixer = mixer.apply(weights.within(name));
        innerNorm = new LayerNorm(weights.within("innerNorm"), size);
        inner = new Mlp(weights.within("inner"), Activation.GELU, size, 4 * size, size);
    }

    /** What the mixer is given. */
    public Tensor mixerInput(Tensor x) {
        return mixerNorm.apply(x);
    }

    @Override
    public Tensor apply(Tensor x) {
        Tensor mixed = x.plus(mixer.apply(mixerInput(x)));
        return mixed.plus(innerNorm.then(inner).apply(mixed));
    }
}
