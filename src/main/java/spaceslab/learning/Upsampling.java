package spaceslab.learning;

/**
 * Every pixel of [batch, channel, rows, columns] becomes a square of equal pixels. Followed by a
 * convolution it stands for a transposed convolution, without its checkerboards
 * (doi:10.23915/distill.00003).
 */
public record Upsampling(int factor) implements Layer {
    private static final Script TWICE =
            new Script("torch.upsample_nearest2d(x, None, [2., 2.])", "x");

    public Upsampling {
        if (factor < 2) {
            throw new IllegalArgumentException("factor (" + factor + ") must be at least 2");
        }
    }

    @Override
    public Tensor apply(Tensor x) {
        return factor == 2 ? TWICE.call(x) : x.repeat(2, factor).repeat(3, factor);
    }
}
