package spaceslab.experiment;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A small picture of two levels, drawn by a visitor. Its text is its bits, row by row, four to a
 * hexadecimal digit with the leftmost pixel as the highest bit; bits beyond the last pixel are
 * zero.
 *
 * @param width columns, 2 to 32
 * @param height rows, 2 to 32
 * @param bits ⌈width·height/4⌉ hexadecimal digits in lower case
 */
public record Bitmap(int width, int height, String bits) {
    /** Most pixels of a side: its text stays within a link. */
    private static final int LARGEST = 32;

    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]*");

    public Bitmap {
        if (!isSize(width, height)) {
            throw new IllegalArgumentException(
                    "bitmap size (%d × %d) must be 2 to %d".formatted(width, height, LARGEST));
        }
        if (bits.length() != digits(width, height)
                || !HEXADECIMAL.matcher(bits).matches()
                || !isEndZero(width, height, bits)) {
            throw new IllegalArgumentException("not a bitmap of " + width + " × " + height);
        }
    }

    static boolean isSize(int width, int height) {
        return width >= 2 && width <= LARGEST && height >= 2 && height <= LARGEST;
    }

    static int digits(int width, int height) {
        return (width * height + 3) / 4;
    }

    private static boolean isEndZero(int width, int height, String bits) {
        int beyond = 4 * bits.length() - width * height;
        return (Character.digit(bits.charAt(bits.length() - 1), 16) & ((1 << beyond) - 1)) == 0;
    }

    /** The bitmap of a text, or empty where the text is none of this size. */
    static Optional<Bitmap> parse(int width, int height, String text) {
        String bits = text.toLowerCase(Locale.ROOT);
        boolean fits =
                bits.length() == digits(width, height)
                        && HEXADECIMAL.matcher(bits).matches()
                        && isEndZero(width, height, bits);
        return fits ? Optional.of(new Bitmap(width, height, bits)) : Optional.empty();
    }

    /** Whether a pixel is set. */
    public boolean lit(int row, int column) {
        if (row < 0 || row >= height || column < 0 || column >= width) {
            throw new IndexOutOfBoundsException("pixel (" + row + ", " + column + ")");
        }
        int pixel = row * width + column;
        return (Character.digit(bits.charAt(pixel / 4), 16) >> (3 - pixel % 4) & 1) == 1;
    }
}
