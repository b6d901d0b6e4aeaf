package spaceslab.essay.pretraining.transfer;

import spaceslab.learning.Losses;

/** Shares of right answers. */
final class Accuracy {
    private Accuracy() {}

    /** Percent of the targets that count and are met. */
    static double percent(int[] answers, int[] targets) {
        int right = 0;
        int all = 0;
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] != Losses.IGNORED) {
                right += answers[i] == targets[i] ? 1 : 0;
                all++;
            }
        }
        return 100.0 * right / all;
    }
}
