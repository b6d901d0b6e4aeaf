package spaceslab.essay.transformervq.attention;

import spaceslab.numerics.Panels;
import spaceslab.numerics.RealMatrix;

/**
 * Keys replaced by codewords: z_i = argmin_s |K_i − C_s|², the lowest index of equals, and K̂_i =
 * C_{z_i}, that is K̂ = ΔC with one-hot rows Δ. Assigning costs n·c·d_k multiplications: |K_i −
 * C_s|² is least where K_i·C_s − |C_s|²/2 is largest.
 *
 * @param codes C, c × d_k
 * @param z n indices of codewords
 */
public record QuantisedKeys(RealMatrix codes, int[] z) {
    private static final int ROWS_AT_ONCE = 128;

    public static QuantisedKeys of(RealMatrix keys, RealMatrix codes) {
        Panels transposed = Panels.transposed(codes);
        RealMatrix half = halfSquares(codes);
        RealMatrix products = codes.like(ROWS_AT_ONCE, codes.rows());
        int[] z = new int[keys.rows()];
        for (int from = 0; from < z.length; from += ROWS_AT_ONCE) {
            int to = Math.min(z.length, from + ROWS_AT_ONCE);
            keys.multiply(from, to, i -> keys.columns(), transposed, codes.rows(), products, 0);
            for (int i = from; i < to; i++) {
                z[i] = products.argMaxLess(i - from, half);
            }
        }
        return new QuantisedKeys(codes, z);
    }

    /** Bytes that {@link #of} needs beside its arguments and the indices. */
    public static long bytes(long codes, long dk, long number) {
        return number * (codes * dk + ROWS_AT_ONCE * codes + codes);
    }

    private static RealMatrix halfSquares(RealMatrix codes) {
        RealMatrix half = codes.like(1, codes.rows());
        for (int s = 0; s < codes.rows(); s++) {
            double squares = 0;
            for (int j = 0; j < codes.columns(); j++) {
                squares += codes.at(s, j) * codes.at(s, j);
            }
            half.set(0, s, squares / 2);
        }
        return half;
    }

    /** c. */
    public int size() {
        return codes.rows();
    }

    /** K̂, n × d_k. */
    public RealMatrix vectors() {
        RealMatrix vectors = codes.like(z.length, codes.columns());
        for (int i = 0; i < z.length; i++) {
            vectors.copy(i, 0, codes, z[i], 0, codes.columns());
        }
        return vectors;
    }

    /** The commitment loss: mean over tokens of |K_i − K̂_i|². */
    public double commitment(RealMatrix keys) {
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < keys.columns(); j++) {
                double difference = keys.at(i, j) - codes.at(z[i], j);
                sum += difference * difference;
            }
        }
        return sum / z.length;
    }
}
