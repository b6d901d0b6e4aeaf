package spaceslab.learning;

/** The learning rate of every step, counted from 0. */
@FunctionalInterface
public interface LearningRate {
    /** At a step. */
    double at(int step);

    /** The same at every step. */
    static LearningRate constant(double rate) {
        return step -> rate;
    }

    /** Linear from peak / steps to the peak in the first {@code steps}, then as this one says. */
    default LearningRate warmUp(int steps) {
        return step -> step < steps ? at(steps) * (step + 1) / steps : at(step);
    }

    /** Half a cosine from {@code peak} at step 0 to {@code least} at {@code steps} and after. */
    static LearningRate cosine(double peak, double least, int steps) {
        return step -> {
            double done = Math.min(1, (double) step / steps);
            return least + (peak - least) * (1 + Math.cos(Math.PI * done)) / 2;
        };
    }
}
