package spaceslab.learning;

/** (x − mean) / √(variance + 10⁻⁵) · scale + shift over the last axis (arXiv:1607.06450). */
public final class LayerNorm implements Layer {
    private static final double EPSILON = 1e-5;

    private final Tensor scale;
    private final Tensor shift;

    public LayerNorm(Weights weights, int size) {
        scale = weights.constant("scale", 1, size);
        shift = weights.constant("shift", 0, size);
    }

    @Override
    public Tensor apply(Tensor x) {
        return x.normalise(scale, shift, EPSILON);
    }
}
