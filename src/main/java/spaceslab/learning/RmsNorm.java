package spaceslab.learning;

/** x / √(mean x² + 10⁻⁶) · scale over the last axis (arXiv:1910.07467). */
public final class RmsNorm implements Layer {
    private static final Script SCRIPT =
            new Script(
                    "torch.mul(torch.mul(x, torch.rsqrt(torch.add(torch.mean("
                            + "torch.mul(x, x), [-1], True), 1.0e-06))), scale)",
                    "x",
                    "scale");

    private final Tensor scale;

    public RmsNorm(Weights weights, int size) {
        scale = weights.constant("scale", 1, size);
    }

    @Override
    public Tensor apply(Tensor x) {
        return SCRIPT.call(x, scale);
    }
}
