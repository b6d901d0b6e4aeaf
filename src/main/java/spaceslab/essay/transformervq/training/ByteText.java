package spaceslab.essay.transformervq.training;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import spaceslab.learning.data.TextCorpus;
import spaceslab.learning.data.Texts;
import spaceslab.numerics.RandomStream;

/**
 * A text as bytes of UTF-8; the last tenth is held out.
 *
 * @param train what is learned from
 * @param heldOut what is not
 */
record ByteText(byte[] train, byte[] heldOut) {
    static final int SYMBOLS = 256;

    /** Whole characters in both parts. */
    static ByteText of(Texts text) {
        TextCorpus corpus = text.corpus();
        int cut = corpus.length() - corpus.length() / 10;
        return new ByteText(bytes(corpus, 0, cut), bytes(corpus, cut, corpus.length() - cut));
    }

    private static byte[] bytes(TextCorpus corpus, int from, int length) {
        return corpus.decode(corpus.window(from, length)).getBytes(StandardCharsets.UTF_8);
    }

    /** Windows of n + 1 training bytes from anywhere, one a row. */
    int[][] draw(int count, int n, RandomStream random) {
        int[][] rows = new int[count][];
        Arrays.setAll(rows, i -> window(train, random.nextInt(train.length - n), n));
        return rows;
    }

    /** Windows of n + 1 held-out bytes, evenly spread. */
    int[][] test(int count, int n) {
        int[][] rows = new int[count][];
        long room = heldOut.length - n - 1L;
        Arrays.setAll(rows, i -> window(heldOut, (int) (i * room / count), n));
        return rows;
    }

    private static int[] window(byte[] text, int from, int n) {
        int[] window = new int[n + 1];
        Arrays.setAll(window, i -> text[from + i] & 0xff);
        return window;
    }

    /** −log₂ p of a held-out byte on average where p is the byte's share of the training text. */
    double unigramBits() {
        double[] counts = new double[SYMBOLS];
        Arrays.fill(counts, 1);
        for (byte b : train) {
            counts[b & 0xff]++;
        }
        double total = Arrays.stream(counts).sum();
        double bits = 0;
        for (byte b : heldOut) {
            bits -= Math.log(counts[b & 0xff] / total);
        }
        return bits / Math.log(2) / heldOut.length;
    }
}
