package spaceslab.essay.emo.toy;

import spaceslab.essay.emo.loss.ExpectedLoss;
import spaceslab.essay.emo.loss.Softmax;
import spaceslab.experiment.StopSignal;

/**
 * A table of logits, one row a word, moved by plain descent on all counted pairs at once. The step
 * is the gradient of the mean loss times V, so that a row of average weight moves as one softmax
 * would. O(V²) a step for losses that only know the target, O(V³) for those with a cost.
 */
final class ToyTraining {
    private final ExpectedLoss loss;
    private final double[][] targets;
    private final double stepSize;

    /** Until this step every one is looked at. */
    private static final int CLOSELY = 40;

    /** Later ones when the number of steps has grown by this. */
    private static final double GROWTH = 1.06;

    /**
     * Hears the probabilities at step 0, at each of the first steps, then ever more rarely, and at
     * the end: with little data the best step is among the first. Must not keep them.
     */
    @FunctionalInterface
    interface Observer {
        void after(int step, double[][] table);
    }

    /**
     * @param counts how often each word followed each
     */
    ToyTraining(ExpectedLoss loss, double[][] counts, double stepSize) {
        this.loss = loss;
        this.stepSize = stepSize;
        double total = 0;
        for (double[] row : counts) {
            for (double count : row) {
                total += count;
            }
        }
        targets = new double[counts.length][counts.length];
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                targets[i][j] = counts.length * counts[i][j] / total;
            }
        }
    }

    /** The logits after {@code steps} steps. */
    double[][] run(int steps, Observer observer, StopSignal stop) {
        int words = targets.length;
        double[][] logits = new double[words][words];
        double[][] table = new double[words][words];
        double[] gradient = new double[words];
        int next = 0;
        for (int step = 0; ; step++) {
            stop.check();
            for (int i = 0; i < words; i++) {
                Softmax.of(logits[i], table[i]);
            }
            if (step >= next || step == steps) {
                observer.after(step, table);
                next = step < CLOSELY ? step + 1 : (int) Math.ceil(step * GROWTH);
            }
            if (step == steps) {
                return logits;
            }
            for (int i = 0; i < words; i++) {
                loss.gradient(table[i], targets[i], gradient);
                for (int j = 0; j < words; j++) {
                    logits[i][j] -= stepSize * gradient[j];
                }
            }
        }
    }
}
