package spaceslab.numerics;

import java.util.Arrays;

/** Single precision, on vectors where the JVM has them. */
final class Float32Matrix extends RealMatrix {
    private static final FloatKernel KERNEL = FloatKernel.fastest();

    private final float[] values;

    Float32Matrix(int rows, int columns, MatrixMemory memory) {
        super(rows, columns, memory);
        values = memory.floats(Math.multiplyExact(rows, columns));
    }

    private static float[] values(RealMatrix matrix) {
        return ((Float32Matrix) matrix).values;
    }

    @Override
    public RealMatrix like(int rows, int columns) {
        return new Float32Matrix(rows, columns, memory());
    }

    @Override
    public int bytes() {
        return Float.BYTES;
    }

    @Override
    public double at(int row, int column) {
        return values[index(row, column)];
    }

    @Override
    public void set(int row, int column, double value) {
        values[index(row, column)] = (float) value;
    }

    @Override
    public void copy(int row, int column, RealMatrix from, int fromRow, int fromColumn, int n) {
        System.arraycopy(
                values(from), from.index(fromRow, fromColumn), values, index(row, column), n);
    }

    @Override
    public void fill(int row, int from, int to, double value) {
        Arrays.fill(values, index(row, from), index(row, to), (float) value);
    }

    @Override
    public void add(int row, double factor, RealMatrix other, int otherRow) {
        float[] theirs = values(other);
        float times = (float) factor;
        int to = index(row, 0);
        int from = other.index(otherRow, 0);
        for (int j = 0; j < other.columns(); j++) {
            values[to + j] += times * theirs[from + j];
        }
    }

    @Override
    public void scale(int row, double factor) {
        float times = (float) factor;
        for (int k = index(row, 0); k < index(row, columns()); k++) {
            values[k] *= times;
        }
    }

    @Override
    public double largest(int row, int from, int to) {
        return KERNEL.largest(values, index(row, from), to - from);
    }

    @Override
    public double exponentiate(int row, int from, int to, double shift) {
        return KERNEL.exponentiate(values, index(row, from), to - from, (float) shift);
    }

    @Override
    public void pick(
            int row,
            int column,
            RealMatrix source,
            int sourceRow,
            int[] picks,
            int first,
            int count,
            RealMatrix terms,
            int term) {
        float[] from = values(source);
        float[] addends = values(terms);
        int begin = source.index(sourceRow, 0);
        int to = index(row, column);
        for (int j = 0; j < count; j++) {
            values[to + j] = from[begin + picks[first + j]] + addends[term - j];
        }
    }

    @Override
    public int argMaxLess(int row, RealMatrix less) {
        float[] subtrahends = values(less);
        int begin = index(row, 0);
        int best = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int j = 0; j < columns(); j++) {
            float value = values[begin + j] - subtrahends[j];
            if (value > most) {
                most = value;
                best = j;
            }
        }
        return best;
    }

    @Override
    void tile(
            int row,
            int height,
            int depth,
            Panels right,
            int first,
            int width,
            RealMatrix into,
            int intoRow) {
        KERNEL.multiply(
                height,
                depth,
                values,
                index(row, 0),
                columns(),
                values(right.storage()),
                right.offset(first),
                values(into),
                into.index(intoRow, first),
                into.columns(),
                Math.min(right.width(), width - first));
    }

    @Override
    int panelWidth() {
        return KERNEL.width();
    }
}
