package spaceslab.essay.pretraining.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import spaceslab.essay.pretraining.training.SequenceSets;
import spaceslab.essay.pretraining.training.Sequences;
import spaceslab.learning.data.Batches;
import spaceslab.learning.data.TextCorpus;
import spaceslab.learning.data.Texts;
import spaceslab.numerics.SeededStreams;

/** Two kinds of texts of {@value #TIME} bytes; every second example is of the second kind. */
enum TextTask {
    /**
     * A Tang quatrain of seven-character lines (32 characters of 3 bytes), or its second couplet
     * before its first. Every poem is there in both forms, so that no byte is more frequent in one.
     */
    COUPLETS {
        @Override
        int most() {
            return 2 * Lines.QUATRAINS.size();
        }

        @Override
        byte[] example(int[] order, int i) {
            byte[] poem = Lines.QUATRAINS.get(order[i / 2 % order.length]);
            return i % 2 == 0 ? poem : swapped(poem);
        }

        @Override
        int units() {
            return Lines.QUATRAINS.size();
        }
    },
    /**
     * The first bytes of a verse from the first or the second half of the King James verses that
     * are shipped (Genesis to Second Samuel); shorter verses are left out.
     */
    VERSES {
        @Override
        int most() {
            return 2 * Lines.HALF;
        }

        @Override
        byte[] example(int[] order, int i) {
            int verse = order[i / 2 % order.length];
            return (i % 2 == 0 ? Lines.EARLY : Lines.LATE).get(verse);
        }

        @Override
        int units() {
            return Lines.HALF;
        }
    };

    /** Bytes of an example. */
    static final int TIME = 96;

    /** Different tokens. */
    static final int LEVELS = 256;

    /** Examples there are, of both kinds. */
    abstract int most();

    /** Poems, or verses of each half. */
    abstract int units();

    /** Example {@code i} where units come in an order; odd ones have label 1. */
    abstract byte[] example(int[] order, int i);

    /**
     * The first {@code count} training examples of a seed, and {@code test} examples of other poems
     * and verses. More training examples are these and further ones, the test stays as it is.
     */
    SequenceSets draw(int count, int test, SeededStreams streams) {
        int[] order = new Batches(units(), 1, streams.child(1)).epoch(0);
        int[] reversed = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            reversed[i] = order[order.length - 1 - i];
        }
        return new SequenceSets(sequences(order, count), sequences(reversed, test));
    }

    private Sequences sequences(int[] order, int count) {
        int[] tokens = new int[count * TIME];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 2;
            byte[] bytes = example(order, i);
            for (int t = 0; t < TIME; t++) {
                tokens[i * TIME + t] = 1 + (bytes[t] & 0xff);
            }
        }
        return new Sequences(tokens, labels, TIME);
    }

    /** The text of an example; a character that is cut at the end is left out. */
    static String text(Sequences examples, int i) {
        byte[] bytes = new byte[TIME];
        for (int t = 0; t < TIME; t++) {
            bytes[t] = (byte) (examples.tokens()[i * TIME + t] - 1);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] swapped(byte[] poem) {
        byte[] swapped = new byte[TIME];
        System.arraycopy(poem, TIME / 2, swapped, 0, TIME / 2);
        System.arraycopy(poem, 0, swapped, TIME / 2, TIME / 2);
        return swapped;
    }

    /** The corpora's lines as bytes, read once. */
    private static final class Lines {
        static final List<byte[]> QUATRAINS =
                lines(Texts.TANG_QUATRAINS).stream().filter(line -> line.length == TIME).toList();
        static final List<byte[]> EARLY;
        static final List<byte[]> LATE;
        static final int HALF;

        static {
            List<byte[]> verses = lines(Texts.KING_JAMES);
            EARLY = longOnes(verses.subList(0, verses.size() / 2));
            LATE = longOnes(verses.subList(verses.size() / 2, verses.size()));
            HALF = Math.min(EARLY.size(), LATE.size());
        }

        private static List<byte[]> longOnes(List<byte[]> verses) {
            return verses.stream().filter(verse -> verse.length >= TIME).toList();
        }

        private static List<byte[]> lines(Texts texts) {
            TextCorpus corpus = texts.corpus();
            return corpus.decode(corpus.window(0, corpus.length()))
                    .lines()
                    .map(line -> line.getBytes(StandardCharsets.UTF_8))
                    .toList();
        }
    }
}
