package spaceslab.essay.emo;

import spaceslab.essay.emo.loss.ExpectedLoss;
import spaceslab.essay.emo.loss.Softmax;
import spaceslab.experiment.StopSignal;

/**
 * Where a loss leads a single softmax that sees every target as often as the data have it: plain
 * descent z ← z − s ∇ E_{t~P} L(softmax z, t) from z = 0. O(V²) a step. A loss that is linear in p
 * (EMO, 1 − p_t) has no inner minimum: it runs to one token, ever more slowly.
 */
final class PopulationMinimiser {
    private final ExpectedLoss loss;
    private final double[] data;
    private final double stepSize;

    /** Hears the probabilities after each step; must not keep the array. */
    @FunctionalInterface
    interface Observer {
        void after(int step, double[] p);
    }

    PopulationMinimiser(ExpectedLoss loss, double[] data, double stepSize) {
        this.loss = loss;
        this.data = data.clone();
        this.stepSize = stepSize;
    }

    /** The probabilities after {@code steps} steps. */
    double[] run(int steps, Observer observer, StopSignal stop) {
        double[] logits = new double[data.length];
        double[] gradient = new double[data.length];
        double[] p = Softmax.of(logits);
        for (int step = 1; step <= steps; step++) {
            if (step % 256 == 0) {
                stop.check();
            }
            loss.gradient(p, data, gradient);
            for (int k = 0; k < logits.length; k++) {
                logits[k] -= stepSize * gradient[k];
            }
            Softmax.of(logits, p);
            observer.after(step, p);
        }
        return p;
    }
}
