package spaceslab.learning;

/** Losses as 0-d tensors, means over what they compare. */
public final class Losses {
    private static final Script CROSS_ENTROPY =
            new Script(
                    "torch.cross_entropy_loss(x, y, None, 1, %d, 0.)".formatted(Losses.IGNORED),
                    "x",
                    "y");

    /** A target that does not count, such as padding. */
    public static final int IGNORED = -1;

    private Losses() {}

    /**
     * Mean of −log softmax(scores)[target] in nats: scores [..., classes], targets [...] of
     * indices; positions whose target is {@link #IGNORED} are left out.
     */
    public static Tensor crossEntropy(Tensor scores, Tensor targets) {
        return CROSS_ENTROPY.call(scores.reshape(-1, scores.size(-1)), targets.reshape(-1));
    }

    /** −log softmax(scores)[target] of every position, in nats. */
    public static Tensor surprise(Tensor scores, Tensor targets) {
        return scores.logSumExp().minus(scores.gather(-1, targets.expand(-1)).squeeze(-1));
    }

    /** Mean of (a − b)² over all elements. */
    public static Tensor squaredError(Tensor a, Tensor b) {
        return a.minus(b).square().mean();
    }
}
