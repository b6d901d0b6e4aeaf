package spaceslab.learning;

/** Linear, activation, linear, …: the last axis goes through the given sizes. */
public final class Mlp implements Layer {
    private final Layer layers;

    public Mlp(Weights weights, Activation activation, int... sizes) {
        if (sizes.length < 2) {
            throw new IllegalArgumentException("sizes must name at least input and output");
        }
        Layer all = new Linear(weights.within("linear0"), sizes[0], sizes[1]);
        for (int i = 1; i + 1 < sizes.length; i++) {
            Layer next = new Linear(weights.within("linear" + i), sizes[i], sizes[i + 1]);
            all = all.then(activation).then(next);
        }
        layers = all;
    }

    @Override
    public Tensor apply(Tensor x) {
        return layers.apply(x);
    }
}
