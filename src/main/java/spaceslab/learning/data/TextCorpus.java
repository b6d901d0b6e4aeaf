package spaceslab.learning.data;

import java.util.Arrays;

/**
 * A text as a sequence of character tokens: token i of the alphabet is its i-th code point in
 * ascending order. Two bytes a character, immutable.
 */
public final class TextCorpus {
    private final int[] alphabet;
    private final short[] tokens;

    private TextCorpus(int[] alphabet, short[] tokens) {
        this.alphabet = alphabet;
        this.tokens = tokens;
    }

    /** Of a text with at most 32,767 different characters. */
    public static TextCorpus of(String text) {
        int[] points = text.codePoints().toArray();
        int[] alphabet = Arrays.stream(points).sorted().distinct().toArray();
        if (alphabet.length > Short.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "alphabet (" + alphabet.length + ") must be at most " + Short.MAX_VALUE);
        }
        short[] tokens = new short[points.length];
        for (int i = 0; i < points.length; i++) {
            tokens[i] = (short) Arrays.binarySearch(alphabet, points[i]);
        }
        return new TextCorpus(alphabet, tokens);
    }

    /** Tokens of the text. */
    public int length() {
        return tokens.length;
    }

    /** Different characters. */
    public int alphabetSize() {
        return alphabet.length;
    }

    /** The token at a position. */
    public int token(int position) {
        return tokens[position];
    }

    /** A window of tokens. */
    public int[] window(int from, int length) {
        int[] window = new int[length];
        for (int i = 0; i < length; i++) {
            window[i] = tokens[from + i];
        }
        return window;
    }

    /** The characters of tokens. */
    public String decode(int[] window) {
        StringBuilder text = new StringBuilder(window.length);
        for (int token : window) {
            text.appendCodePoint(alphabet[token]);
        }
        return text.toString();
    }

    /** The tokens of a text; a character that the corpus does not have is refused. */
    public int[] encode(String text) {
        int[] encoded = text.codePoints().map(c -> Arrays.binarySearch(alphabet, c)).toArray();
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] < 0) {
                throw new IllegalArgumentException(
                        "character at " + i + " of the text is not in the corpus");
            }
        }
        return encoded;
    }
}
