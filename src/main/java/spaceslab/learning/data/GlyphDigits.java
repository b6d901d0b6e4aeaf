package spaceslab.learning.data;

import java.util.List;

/**
 * 1,200 digits of 16×16 made by rule: each of ten 5×7 glyphs placed at every shift, in the order
 * digit, row 0 … 9, column 0 … 11. Made for this project; a set whose every degree of freedom
 * (which glyph, where) is known.
 */
public final class GlyphDigits {
    /** Pixels of a side. */
    public static final int SIDE = 16;

    private static final int GLYPH_ROWS = 7;
    private static final int GLYPH_COLUMNS = 5;
    private static final int ROW_SHIFTS = SIDE - GLYPH_ROWS + 1;
    private static final int COLUMN_SHIFTS = SIDE - GLYPH_COLUMNS + 1;

    private GlyphDigits() {}

    /** All images. */
    public static ImageSet all() {
        return Loaded.SET;
    }

    /** The image of a digit shifted down and to the right. */
    public static int index(int digit, int row, int column) {
        if (digit < 0
                || digit > 9
                || row < 0
                || row >= ROW_SHIFTS
                || column < 0
                || column >= COLUMN_SHIFTS) {
            throw new IndexOutOfBoundsException(
                    "digit " + digit + " at (" + row + ", " + column + ")");
        }
        return (digit * ROW_SHIFTS + row) * COLUMN_SHIFTS + column;
    }

    private static ImageSet place(List<String> glyphRows) {
        if (glyphRows.size() != 10 * GLYPH_ROWS) {
            throw new IllegalStateException(glyphRows.size() + " rows of glyphs");
        }
        int size = 10 * ROW_SHIFTS * COLUMN_SHIFTS;
        byte[] levels = new byte[size * SIDE * SIDE];
        byte[] labels = new byte[size];
        for (int digit = 0; digit < 10; digit++) {
            List<String> glyph = glyphRows.subList(digit * GLYPH_ROWS, (digit + 1) * GLYPH_ROWS);
            for (int row = 0; row < ROW_SHIFTS; row++) {
                for (int column = 0; column < COLUMN_SHIFTS; column++) {
                    int image = index(digit, row, column);
                    labels[image] = (byte) digit;
                    draw(glyph, levels, (image * SIDE + row) * SIDE + column);
                }
            }
        }
        return new ImageSet(SIDE, SIDE, 1, levels, labels);
    }

    private static void draw(List<String> glyph, byte[] levels, int corner) {
        for (int r = 0; r < GLYPH_ROWS; r++) {
            for (int c = 0; c < GLYPH_COLUMNS; c++) {
                levels[corner + r * SIDE + c] = (byte) (glyph.get(r).charAt(c) - '0');
            }
        }
    }

    private static final class Loaded {
        private static final ImageSet SET =
                place(new DataFile("digits16.txt", 1000).text().lines().toList());
    }
}
