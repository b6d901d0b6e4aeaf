package spaceslab.numerics;

import java.util.function.IntUnaryOperator;

/**
 * A dense row-major matrix of float32 or float64 with the few operations that attention is made of,
 * so that an algorithm is written once and computed in either precision. What runs over whole rows
 * is done in the matrix' own precision; {@link #at} and {@link #set} are for single numbers. Both
 * operands of an operation must have the same precision. Mutable, not thread-safe.
 */
public abstract sealed class RealMatrix permits Float32Matrix, Float64Matrix {
    private final int rows;
    private final int columns;
    private final MatrixMemory memory;

    RealMatrix(int rows, int columns, MatrixMemory memory) {
        if (rows < 0 || columns < 0) {
            throw new IllegalArgumentException("a matrix of " + rows + " × " + columns);
        }
        this.rows = rows;
        this.columns = columns;
        this.memory = memory;
    }

    /** Zeros in single precision. */
    public static RealMatrix float32(int rows, int columns) {
        return float32(rows, columns, MatrixMemory.uncounted());
    }

    /** The same; its buffer and those of all matrices {@linkplain #like like} it are counted. */
    public static RealMatrix float32(int rows, int columns, MatrixMemory memory) {
        return new Float32Matrix(rows, columns, memory);
    }

    /** Zeros in double precision. */
    public static RealMatrix float64(int rows, int columns) {
        return new Float64Matrix(rows, columns, MatrixMemory.uncounted());
    }

    /** Zeros in this matrix' precision. */
    public abstract RealMatrix like(int rows, int columns);

    final MatrixMemory memory() {
        return memory;
    }

    /** Bytes of a number. */
    public abstract int bytes();

    public final int rows() {
        return rows;
    }

    public final int columns() {
        return columns;
    }

    final int index(int row, int column) {
        return Math.addExact(Math.multiplyExact(row, columns), column);
    }

    public abstract double at(int row, int column);

    /** Rounds to this precision. */
    public abstract void set(int row, int column, double value);

    /** Takes {@code length} numbers of another matrix' row. */
    public abstract void copy(
            int row, int column, RealMatrix from, int fromRow, int fromColumn, int length);

    /** Sets {@code to − from} numbers of a row. */
    public abstract void fill(int row, int from, int to, double value);

    /** Adds factor · other's row to the first numbers of a row. */
    public abstract void add(int row, double factor, RealMatrix other, int otherRow);

    /** row ← factor · row. */
    public abstract void scale(int row, double factor);

    /** Largest of the row's columns {@code from} … {@code to} − 1, −∞ of none. */
    public abstract double largest(int row, int from, int to);

    /**
     * x ← exp(x − shift) in the row's columns {@code from} … {@code to} − 1; returns their sum.
     * Float32 errs by at most 2 units in the last place and gives 0 below exp(−87).
     */
    public abstract double exponentiate(int row, int from, int to, double shift);

    /**
     * {@code this[row, column + j] = source[sourceRow, picks[first + j]] + terms[0, term − j]} for
     * j from 0 to {@code count} − 1: columns picked by index, with an addend that depends on
     * distance.
     */
    public abstract void pick(
            int row,
            int column,
            RealMatrix source,
            int sourceRow,
            int[] picks,
            int first,
            int count,
            RealMatrix terms,
            int term);

    /** argmax_j (this[row, j] − less[0, j]), the first of equals. */
    public abstract int argMaxLess(int row, RealMatrix less);

    /**
     * {@code into[intoRow + i] = Σ_k this[from + i, k] · right[k]} for the rows {@code from} …
     * {@code to} − 1 and the right factor's first {@code width} columns; k runs below {@code
     * depth(row)}, rounded up to that of the last of four rows, so numbers beyond must be zero.
     */
    public final void multiply(
            int from,
            int to,
            IntUnaryOperator depth,
            Panels right,
            int width,
            RealMatrix into,
            int intoRow) {
        for (int row = from; row < to; row += PanelKernel.TILE) {
            int height = Math.min(PanelKernel.TILE, to - row);
            int deep = depth.applyAsInt(row + height - 1);
            for (int first = 0; first < width; first += right.width()) {
                tile(row, height, deep, right, first, width, into, intoRow + row - from);
            }
        }
    }

    /** this · right as a matrix of its own. */
    public final RealMatrix times(Panels right) {
        RealMatrix product = like(rows, right.columns());
        multiply(0, rows, row -> columns, right, right.columns(), product, 0);
        return product;
    }

    /** One tile of at most four rows by one panel. */
    abstract void tile(
            int row,
            int height,
            int depth,
            Panels right,
            int first,
            int width,
            RealMatrix into,
            int intoRow);

    /** Columns of this precision's panels. */
    abstract int panelWidth();

    /** Row after row. */
    public final double[] toDoubles() {
        double[] values = new double[Math.multiplyExact(rows, columns)];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                values[i * columns + j] = at(i, j);
            }
        }
        return values;
    }

    /** Rounded from rows of equal length. */
    public final RealMatrix fill(double[][] values) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                set(i, j, values[i][j]);
            }
        }
        return this;
    }
}
