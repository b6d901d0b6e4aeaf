package spaceslab.essay.pretraining.training;

import spaceslab.learning.Losses;

/** Counts right answers. */
final class Accuracy {
    private int right;
    private int all;

    /** Targets that are {@link Losses#IGNORED} do not count. */
    void count(int[] answers, int[] targets) {
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] != Losses.IGNORED) {
                right += answers[i] == targets[i] ? 1 : 0;
                all++;
            }
        }
    }

    double percent() {
        return 100.0 * right / all;
    }
}
