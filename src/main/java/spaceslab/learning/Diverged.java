package spaceslab.learning;

/**
 * A training whose loss or gradient stopped being finite; the weights are those before that step,
 * whose loss was the last finite one.
 */
public final class Diverged extends RuntimeException {
    private final int step;
    private final double loss;

    Diverged(int step, double loss, double gradientNorm) {
        super(
                "training diverged at step "
                        + step
                        + ": loss "
                        + loss
                        + ", norm of the gradient "
                        + gradientNorm);
        this.step = step;
        this.loss = loss;
    }

    /** Counted from 1; all steps before were taken. */
    public int step() {
        return step;
    }

    public double loss() {
        return loss;
    }
}
