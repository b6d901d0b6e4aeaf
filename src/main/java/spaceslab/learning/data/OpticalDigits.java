package spaceslab.learning.data;

import java.util.List;

/**
 * 1,797 handwritten digits, 8×8, levels 0 … 16: the UCI optical digits as scikit-learn ships them.
 * E. Alpaydin, C. Kaynak, doi:10.24432/C50P49; BSD-3.
 */
public final class OpticalDigits {
    private static final int SIDE = 8;
    private static final int WHITE = 16;
    private static final int SIZE = 1797;

    private OpticalDigits() {}

    /** All images, in the original order. */
    public static ImageSet all() {
        return Loaded.SET;
    }

    /** One image a line: 64 levels and the label, separated by commas. */
    static ImageSet parse(String csv) {
        List<String> lines = csv.lines().toList();
        byte[] levels = new byte[lines.size() * SIDE * SIDE];
        byte[] labels = new byte[lines.size()];
        for (int i = 0; i < labels.length; i++) {
            String[] cells = lines.get(i).split(",", -1);
            if (cells.length != SIDE * SIDE + 1) {
                throw new IllegalArgumentException(
                        "line " + (i + 1) + " has " + cells.length + " cells");
            }
            for (int j = 0; j < SIDE * SIDE; j++) {
                levels[i * SIDE * SIDE + j] = whole(cells[j], WHITE);
            }
            labels[i] = whole(cells[SIDE * SIDE], 9);
        }
        return new ImageSet(SIDE, SIDE, WHITE, levels, labels);
    }

    private static byte whole(String cell, int largest) {
        int value = Integer.parseInt(cell);
        if (value < 0 || value > largest) {
            throw new IllegalArgumentException("value (" + value + ") must be 0 … " + largest);
        }
        return (byte) value;
    }

    private static final class Loaded {
        private static final ImageSet SET = load();

        private static ImageSet load() {
            ImageSet set = parse(new DataFile("digits8x8.csv.gz", 300_000).text());
            if (set.size() != SIZE) {
                throw new IllegalStateException(set.size() + " digits instead of " + SIZE);
            }
            return set;
        }
    }
}
