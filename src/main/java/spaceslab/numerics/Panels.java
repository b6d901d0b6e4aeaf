package spaceslab.numerics;

/**
 * The right factor of products, packed like {@link PackedMatrix} into panels as wide as the
 * kernel's registers, of either precision. Rows can be put again, so a factor that changes a little
 * is not packed anew.
 */
public final class Panels {
    private final int rows;
    private final int columns;
    private final int width;
    private final RealMatrix panels;

    /**
     * Zeros.
     *
     * @param like whose precision they have
     * @param rows depth of the products
     */
    public Panels(RealMatrix like, int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        width = like.panelWidth();
        panels = like.like(Math.multiplyExact((columns + width - 1) / width, rows), width);
    }

    /** The matrix itself as right factor. */
    public static Panels of(RealMatrix matrix) {
        Panels packed = new Panels(matrix, matrix.rows(), matrix.columns());
        packed.put(0, matrix, 0, matrix.rows());
        return packed;
    }

    /** Its transpose as right factor. */
    public static Panels transposed(RealMatrix matrix) {
        Panels packed = new Panels(matrix, matrix.columns(), matrix.rows());
        for (int j = 0; j < matrix.rows(); j++) {
            packed.putColumn(j, matrix, j);
        }
        return packed;
    }

    /** Rows from {@code row} on become the matrix' rows {@code from} … {@code to} − 1. */
    public void put(int row, RealMatrix matrix, int from, int to) {
        for (int first = 0; first < columns; first += width) {
            int wide = Math.min(width, columns - first);
            int place = first / width * rows + row;
            for (int i = from; i < to; i++) {
                panels.copy(place + i - from, 0, matrix, i, first, wide);
            }
        }
    }

    /** A column becomes a row of the matrix. */
    public void putColumn(int column, RealMatrix matrix, int row) {
        int place = column / width * rows;
        for (int k = 0; k < rows; k++) {
            panels.set(place + k, column % width, matrix.at(row, k));
        }
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    int width() {
        return width;
    }

    RealMatrix storage() {
        return panels;
    }

    /** Where the panel that begins with a column lies in the storage. */
    int offset(int column) {
        return column / width * rows * width;
    }
}
