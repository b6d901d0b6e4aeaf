package spaceslab.learning;

import spaceslab.experiment.StopSignal;

/**
 * The loop: {@code steps} times a loss, its gradient and a step of Adam, each in a scope of its
 * own; the stop signal is checked before every step.
 *
 * @param steps at least 1
 * @param rate of every step
 */
public record Training(int steps, LearningRate rate) {
    /** The loss on the batch of one step, a 0-d tensor; everything random depends on the step. */
    @FunctionalInterface
    public interface StepLoss {
        /** Steps count from 0. */
        Tensor at(int step);
    }

    /** Is told every step taken; may evaluate the model in a scope of its own. */
    @FunctionalInterface
    public interface Observer {
        /** Steps count from 1; the loss is the one before the step. */
        void taken(int step, double loss);

        /** This one, then another. */
        default Observer and(Observer other) {
            return (step, loss) -> {
                taken(step, loss);
                other.taken(step, loss);
            };
        }
    }

    /**
     * What a training took.
     *
     * @param steps taken
     * @param seconds of wall time, observers included
     * @param lastLoss of the last step
     */
    public record Summary(int steps, double seconds, double lastLoss) {}

    public Training {
        if (steps < 1) {
            throw new IllegalArgumentException("steps (" + steps + ") must be at least 1");
        }
    }

    /**
     * Trains to the end.
     *
     * @throws StopSignal.Stopped within a step of the stop
     * @throws Diverged with the weights as before the step whose loss was not finite
     */
    public Summary run(Adam adam, StepLoss loss, Observer observer, StopSignal stop) {
        long start = System.nanoTime();
        double last = Double.NaN;
        for (int step = 0; step < steps; step++) {
            stop.check();
            try (TensorScope scope = TensorScope.step()) {
                last = adam.step(loss.at(step), rate.at(step));
            }
            observer.taken(step + 1, last);
        }
        return new Summary(steps, (System.nanoTime() - start) / 1e9, last);
    }
}
