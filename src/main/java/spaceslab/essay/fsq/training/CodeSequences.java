package spaceslab.essay.fsq.training;

import java.util.Arrays;

/**
 * Images as a language model sees them: each a sequence of integers below K, row by row of its
 * grid, with a class.
 */
final class CodeSequences {
    private final int symbols;
    private final int classes;
    private final int[][] codes;
    private final int[] labels;

    /**
     * @param symbols K
     * @param classes labels are below
     * @param codes of each image, all of one length, each below K
     * @param labels the class of each image
     */
    CodeSequences(int symbols, int classes, int[][] codes, int[] labels) {
        if (codes.length == 0 || codes.length != labels.length) {
            throw new IllegalArgumentException(
                    codes.length + " sequences with " + labels.length + " labels");
        }
        for (int i = 0; i < codes.length; i++) {
            if (codes[i].length != codes[0].length) {
                throw new IllegalArgumentException(
                        "lengths " + codes[0].length + " and " + codes[i].length);
            }
            below(symbols, codes[i]);
        }
        below(classes, labels);
        this.symbols = symbols;
        this.classes = classes;
        this.codes = Arrays.stream(codes).map(int[]::clone).toArray(int[][]::new);
        this.labels = labels.clone();
    }

    private static void below(int bound, int[] values) {
        for (int value : values) {
            if (value < 0 || value >= bound) {
                throw new IllegalArgumentException(value + " must be between 0 and " + (bound - 1));
            }
        }
    }

    /** K. */
    int symbols() {
        return symbols;
    }

    /** Number of classes. */
    int classes() {
        return classes;
    }

    /** How many. */
    int size() {
        return codes.length;
    }

    /** Integers of each. */
    int length() {
        return codes[0].length;
    }

    /** An integer of a sequence. */
    int at(int sequence, int position) {
        return codes[sequence][position];
    }

    /** The class of a sequence. */
    int label(int sequence) {
        return labels[sequence];
    }

    /** All sequences, in order. */
    int[][] codes() {
        return Arrays.stream(codes).map(int[]::clone).toArray(int[][]::new);
    }

    /** How many different integers occur. */
    int used() {
        return (int) Arrays.stream(codes).flatMapToInt(Arrays::stream).distinct().count();
    }

    /** The chosen ones, in the order asked for. */
    CodeSequences select(int... chosen) {
        return new CodeSequences(
                symbols,
                classes,
                Arrays.stream(chosen).mapToObj(i -> codes[i]).toArray(int[][]::new),
                Arrays.stream(chosen).map(i -> labels[i]).toArray());
    }
}
