package spaceslab.learning;

/** x / √(mean x² + 10⁻⁶) · scale over the last axis (arXiv:1910.07467). */
public final class RmsNorm implements Layer {
    private static final String UNIT =
            "torch.mul(x, torch.rsqrt(torch.add(torch.mean("
                    + "torch.mul(x, x), [-1], True), 1.0e-06)))";
    private static final Script SCRIPT = new Script("torch.mul(" + UNIT + ", scale)", "x", "scale");
    private static final Script UNSCALED = new Script(UNIT, "x");

    private final Tensor scale;

    public RmsNorm(Weights weights, int size) {
        scale = weights.constant("scale", 1, size);
    }

    /** x / √(mean x² + 10⁻⁶), without a scale: |x| becomes √size. */
    public static Tensor unscaled(Tensor x) {
        return UNSCALED.call(x);
    }

    @Override
    public Tensor apply(Tensor x) {
        return SCRIPT.call(x, scale);
    }
}
