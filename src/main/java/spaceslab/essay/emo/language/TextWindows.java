package spaceslab.essay.emo.language;

import java.util.Arrays;
import spaceslab.numerics.RandomStream;

/**
 * Stretches of a text of {@code length} + 1 symbols each: a model reads the first {@code length}
 * and is asked for the last {@code length}.
 *
 * @param windows [count][length + 1]
 */
record TextWindows(int[][] windows) {
    /** One behind the other, so that each symbol but the first is asked for at most once. */
    static TextWindows consecutive(int[] text, int length) {
        int[][] windows = new int[(text.length - 1) / length][];
        Arrays.setAll(windows, i -> Arrays.copyOfRange(text, i * length, (i + 1) * length + 1));
        return new TextWindows(windows);
    }

    /** Anywhere in a text of more than {@code length} symbols. */
    static TextWindows random(int[] text, int length, int count, RandomStream random) {
        int[][] windows = new int[count][];
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(text.length - length);
            windows[i] = Arrays.copyOfRange(text, from, from + length + 1);
        }
        return new TextWindows(windows);
    }

    int count() {
        return windows.length;
    }

    /** Symbols that are asked for of each. */
    int length() {
        return windows[0].length - 1;
    }

    TextWindows part(int from, int to) {
        return new TextWindows(Arrays.copyOfRange(windows, from, to));
    }

    /** What is read, row-major. */
    int[] inputs() {
        return flat(0);
    }

    /** What is asked for, row-major. */
    int[] targets() {
        return flat(1);
    }

    private int[] flat(int offset) {
        int length = length();
        int[] flat = new int[count() * length];
        for (int i = 0; i < count(); i++) {
            System.arraycopy(windows[i], offset, flat, i * length, length);
        }
        return flat;
    }
}
