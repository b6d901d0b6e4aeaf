package spaceslab.essay.attentionscale;

import spaceslab.learning.Adam;

/** How a gradient becomes a step. */
enum DescentRule {
    /** Adam: the step hardly depends on how long the gradient is. */
    ADAM {
        @Override
        Adam.Settings settings() {
            return Adam.Settings.usual();
        }

        @Override
        double rate(double rate) {
            return rate;
        }
    },
    /**
     * {@code w ← w − η m̂} with the running mean m of the gradients (memory 0.9): Adam with an ε
     * beside which √v̂ is nothing, and a rate as many times as large. The step is as long as the
     * gradient.
     */
    GRADIENT_DESCENT {
        @Override
        Adam.Settings settings() {
            Adam.Settings usual = Adam.Settings.usual();
            return new Adam.Settings(
                    usual.beta1(), usual.beta2(), LARGE, usual.decay(), usual.clipNorm());
        }

        @Override
        double rate(double rate) {
            return rate * LARGE;
        }
    };

    private static final double LARGE = 1e6;

    abstract Adam.Settings settings();

    /** Adam's rate for a visitor's rate η. */
    abstract double rate(double rate);
}
