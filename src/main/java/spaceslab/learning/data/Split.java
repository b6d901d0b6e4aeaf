package spaceslab.learning.data;

import java.util.Arrays;
import spaceslab.numerics.RandomStream;

/**
 * Examples divided into those to train on and those to test with, each in ascending order.
 *
 * @param train indices
 * @param test indices
 */
public record Split(int[] train, int[] test) {
    public Split {
        train = train.clone();
        test = test.clone();
    }

    @Override
    public int[] train() {
        return train.clone();
    }

    @Override
    public int[] test() {
        return test.clone();
    }

    /**
     * A random division that keeps the share of every class: of each class, round(testShare ·
     * count) examples are tested with.
     *
     * @param labels class of each example, 0 or more
     * @param testShare above 0, below 1
     */
    public static Split stratified(int[] labels, double testShare, RandomStream random) {
        if (!(testShare > 0 && testShare < 1)) {
            throw new IllegalArgumentException(
                    "testShare (" + testShare + ") must lie between 0 and 1");
        }
        int classes = Arrays.stream(labels).max().orElse(-1) + 1;
        int[] wanted = new int[classes];
        for (int label : labels) {
            wanted[label]++;
        }
        for (int c = 0; c < classes; c++) {
            wanted[c] = (int) Math.rint(testShare * wanted[c]);
        }
        boolean[] tested = new boolean[labels.length];
        for (int example : Batches.shuffled(labels.length, random)) {
            tested[example] = wanted[labels[example]]-- > 0;
        }
        return new Split(indices(tested, false), indices(tested, true));
    }

    private static int[] indices(boolean[] tested, boolean wanted) {
        return java.util.stream.IntStream.range(0, tested.length)
                .filter(i -> tested[i] == wanted)
                .toArray();
    }
}
