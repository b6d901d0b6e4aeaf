package spaceslab.essay.emo.transport;

import java.util.function.DoubleUnaryOperator;

/**
 * The cost C of moving a unit of mass from each of {@code sources} places to each of {@code sinks}.
 */
public final class Costs {
    private final int sources;
    private final int sinks;
    private final double[] values;

    private Costs(int sources, int sinks, double[] values) {
        this.sources = sources;
        this.sinks = sinks;
        this.values = values;
    }

    /**
     * @param rows C, one row a source; finite
     * @throws IllegalArgumentException naming the first entry that is not finite, or a short row
     */
    public static Costs of(double[][] rows) {
        int sinks = rows[0].length;
        double[] values = new double[rows.length * sinks];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != sinks) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + rows[i].length + " costs instead of " + sinks);
            }
            for (int j = 0; j < sinks; j++) {
                if (!Double.isFinite(rows[i][j])) {
                    throw new IllegalArgumentException(
                            "cost (" + i + ", " + j + ") is " + rows[i][j] + ": must be finite");
                }
                values[i * sinks + j] = rows[i][j];
            }
        }
        return new Costs(rows.length, sinks, values);
    }

    /**
     * C_ij = 1 − ⟨ê_i, ê_j⟩ in [0, 2], ê the rows scaled to length 1. Not a metric: two right
     * angles' half steps cost less than the right angle.
     *
     * @param embeddings one row a token
     * @throws IllegalArgumentException naming a row of length zero, which has no direction
     */
    public static Costs cosine(double[][] embeddings) {
        double[][] unit = new double[embeddings.length][];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = unit(embeddings[i], i);
        }
        double[][] rows = new double[unit.length][unit.length];
        for (int i = 0; i < unit.length; i++) {
            for (int j = 0; j < i; j++) {
                rows[i][j] = 1 - dot(unit[i], unit[j]);
                rows[j][i] = rows[i][j];
            }
        }
        return of(rows);
    }

    /** C_ij = 1 for i ≠ j: its transport is half the absolute difference, the total variation. */
    public static Costs zeroOne(int size) {
        double[] values = new double[size * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % (size + 1) == 0 ? 0 : 1;
        }
        return new Costs(size, size, values);
    }

    /** C_ij = cost(|x_i − y_j|) on a line. */
    public static Costs onLine(double[] from, double[] to, DoubleUnaryOperator cost) {
        double[] values = new double[from.length * to.length];
        for (int i = 0; i < from.length; i++) {
            for (int j = 0; j < to.length; j++) {
                values[i * to.length + j] = cost.applyAsDouble(Math.abs(from[i] - to[j]));
            }
        }
        return new Costs(from.length, to.length, values);
    }

    public int sources() {
        return sources;
    }

    public int sinks() {
        return sinks;
    }

    public double at(int source, int sink) {
        return values[source * sinks + sink];
    }

    public double largest() {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    /** Row-major copy. */
    public double[] toArray() {
        return values.clone();
    }

    /** Σ_i p_i C_ij for every sink j: what each target would cost; O(sources · sinks). */
    public double[] expected(double[] masses) {
        double[] expected = new double[sinks];
        for (int i = 0; i < sources; i++) {
            for (int j = 0; j < sinks; j++) {
                expected[j] += masses[i] * values[i * sinks + j];
            }
        }
        return expected;
    }

    /** The sink that is cheapest to reach from the masses, the first of equals. */
    public int medoid(double[] masses) {
        double[] expected = expected(masses);
        int best = 0;
        for (int k = 1; k < expected.length; k++) {
            best = expected[k] < expected[best] ? k : best;
        }
        return best;
    }

    /** Σ_ij p_i C_ij q_j: the cost of moving independently, an upper bound of the transport. */
    public double independent(double[] from, double[] to) {
        return dot(expected(from), to);
    }

    private static double[] unit(double[] vector, int row) {
        double length = Math.sqrt(dot(vector, vector));
        if (!(length > 0) || !Double.isFinite(length)) {
            throw new IllegalArgumentException(
                    "embedding " + row + " has length " + length + ": it must have a direction");
        }
        double[] unit = new double[vector.length];
        for (int k = 0; k < unit.length; k++) {
            unit[k] = vector[k] / length;
        }
        return unit;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
