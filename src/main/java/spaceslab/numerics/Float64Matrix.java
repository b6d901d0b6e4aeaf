package spaceslab.numerics;

import java.util.Arrays;

/** Double precision. */
final class Float64Matrix extends RealMatrix {
    private static final PanelKernel KERNEL = PanelKernel.fastest();

    private final double[] values;
    private final double[] tile;

    Float64Matrix(int rows, int columns, MatrixMemory memory) {
        super(rows, columns, memory);
        values = memory.doubles(Math.multiplyExact(rows, columns));
        tile = memory.doubles(PanelKernel.TILE * KERNEL.width());
    }

    private static double[] values(RealMatrix matrix) {
        return ((Float64Matrix) matrix).values;
    }

    @Override
    public RealMatrix like(int rows, int columns) {
        return new Float64Matrix(rows, columns, memory());
    }

    @Override
    public int bytes() {
        return Double.BYTES;
    }

    @Override
    public double at(int row, int column) {
        return values[index(row, column)];
    }

    @Override
    public void set(int row, int column, double value) {
        values[index(row, column)] = value;
    }

    @Override
    public void copy(int row, int column, RealMatrix from, int fromRow, int fromColumn, int n) {
        System.arraycopy(
                values(from), from.index(fromRow, fromColumn), values, index(row, column), n);
    }

    @Override
    public void fill(int row, int from, int to, double value) {
        Arrays.fill(values, index(row, from), index(row, to), value);
    }

    @Override
    public void add(int row, double factor, RealMatrix other, int otherRow) {
        double[] theirs = values(other);
        int to = index(row, 0);
        int from = other.index(otherRow, 0);
        for (int j = 0; j < other.columns(); j++) {
            values[to + j] += factor * theirs[from + j];
        }
    }

    @Override
    public void scale(int row, double factor) {
        for (int k = index(row, 0); k < index(row, columns()); k++) {
            values[k] *= factor;
        }
    }

    @Override
    public double largest(int row, int from, int to) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = index(row, from); k < index(row, to); k++) {
            largest = Math.max(largest, values[k]);
        }
        return largest;
    }

    @Override
    public double exponentiate(int row, int from, int to, double shift) {
        double sum = 0;
        for (int k = index(row, from); k < index(row, to); k++) {
            values[k] = Math.exp(values[k] - shift);
            sum += values[k];
        }
        return sum;
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
        double[] from = values(source);
        double[] addends = values(terms);
        int begin = source.index(sourceRow, 0);
        int to = index(row, column);
        for (int j = 0; j < count; j++) {
            values[to + j] = from[begin + picks[first + j]] + addends[term - j];
        }
    }

    @Override
    public int argMaxLess(int row, RealMatrix less) {
        double[] subtrahends = values(less);
        int begin = index(row, 0);
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < columns(); j++) {
            double value = values[begin + j] - subtrahends[j];
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
        int wide = Math.min(right.width(), width - first);
        KERNEL.multiply(
                height,
                Ascending.upTo(depth),
                depth,
                values,
                index(row, 0),
                columns(),
                values(right.storage()),
                right.offset(first),
                tile);
        for (int i = 0; i < height; i++) {
            System.arraycopy(
                    tile, i * right.width(), values(into), into.index(intoRow + i, first), wide);
        }
    }

    @Override
    int panelWidth() {
        return KERNEL.width();
    }

    /** 0, 1, 2, … as the double kernel asks for its index. */
    private static final class Ascending {
        private static volatile int[] indices = new int[0];

        static int[] upTo(int count) {
            int[] known = indices;
            if (known.length < count) {
                known = new int[Math.max(count, 2 * known.length)];
                Arrays.setAll(known, k -> k);
                indices = known;
            }
            return known;
        }
    }
}
