package spaceslab.numerics;

import java.util.Arrays;

/**
 * A matrix B (K × M) that many products A·B share: its columns are copied once into panels as wide
 * as the kernel's registers, each contiguous, so that a tile of C reads memory in order. A product
 * costs 2·rows·K·M floating-point operations, or less where whole rows of B are left out. Each
 * element of C is added in the order of k, whatever the rows beside it: results depend neither on
 * the blocking nor on threads.
 *
 * <p>Source: K. Goto, R. van de Geijn, "Anatomy of high-performance matrix multiplication",
 * doi:10.1145/1356052.1356053 (the packing; no cache blocking, as panels here fit the second
 * level).
 */
public final class PackedMatrix {
    private static final PanelKernel KERNEL = PanelKernel.fastest();

    private final PanelKernel kernel;
    private final int rows;
    private final int columns;
    private final double[] panels;
    private final int[] all;

    /**
     * @param rows K
     * @param columns M
     * @param values row-major, K·M numbers
     */
    public PackedMatrix(int rows, int columns, double[] values) {
        this(KERNEL, rows, columns, values);
    }

    PackedMatrix(PanelKernel kernel, int rows, int columns, double[] values) {
        if (rows < 1 || columns < 1 || (long) rows * columns != values.length) {
            throw new IllegalArgumentException(
                    values.length + " numbers for " + rows + " × " + columns);
        }
        this.kernel = kernel;
        this.rows = rows;
        this.columns = columns;
        int width = kernel.width();
        int count = (columns + width - 1) / width;
        panels = new double[Math.multiplyExact(count * rows, width)];
        for (int k = 0; k < rows; k++) {
            for (int j = 0; j < columns; j++) {
                panels[(j / width * rows + k) * width + j % width] = values[k * columns + j];
            }
        }
        all = new int[rows];
        Arrays.setAll(all, k -> k);
    }

    /** K. */
    public int rows() {
        return rows;
    }

    /** M. */
    public int columns() {
        return columns;
    }

    /**
     * C = A·B for the rows {@code from} … {@code to} − 1.
     *
     * @param a rows of K numbers
     * @param c takes rows of M numbers
     */
    public void multiply(double[] a, int from, int to, double[] c) {
        double[] tile = new double[PanelKernel.TILE * kernel.width()];
        for (int row = from; row < to; row += PanelKernel.TILE) {
            int height = Math.min(PanelKernel.TILE, to - row);
            tiles(all, rows, a, row, height, c, tile);
        }
    }

    /**
     * C = A·B for the rows {@code from} … {@code to} − 1 of an A most of whose numbers are zero:
     * rows of B that meet only zeros in a tile are left out, which changes no sum of finite
     * numbers.
     */
    public void multiplySparse(double[] a, int from, int to, double[] c) {
        double[] tile = new double[PanelKernel.TILE * kernel.width()];
        int[] index = new int[rows];
        for (int row = from; row < to; row += PanelKernel.TILE) {
            int height = Math.min(PanelKernel.TILE, to - row);
            tiles(index, occupied(a, row, height, index), a, row, height, c, tile);
        }
    }

    private int occupied(double[] a, int row, int height, int[] index) {
        int count = 0;
        for (int k = 0; k < rows; k++) {
            boolean any = false;
            for (int i = 0; i < height; i++) {
                any |= a[(row + i) * rows + k] != 0;
            }
            index[count] = k;
            count += any ? 1 : 0;
        }
        return count;
    }

    private void tiles(
            int[] index, int count, double[] a, int row, int height, double[] c, double[] tile) {
        int width = kernel.width();
        for (int first = 0; first < columns; first += width) {
            kernel.multiply(height, index, count, a, row * rows, rows, panels, first * rows, tile);
            int wide = Math.min(width, columns - first);
            for (int i = 0; i < height; i++) {
                System.arraycopy(tile, i * width, c, (row + i) * columns + first, wide);
            }
        }
    }
}
