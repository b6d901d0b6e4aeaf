package spaceslab.essay.transformervq.attention;

import spaceslab.experiment.StopSignal;
import spaceslab.numerics.Panels;
import spaceslab.numerics.RealMatrix;

/**
 * Attention by its definition, O = softmax(Q Kᵀ + B + mask) V: the truth that all other forms are
 * held against, with K̂ for K where keys are quantised. O(n²(d_k + d_v)) time, and memory for as
 * many rows of scores as are taken at once.
 */
public final class QuadraticAttention {
    private QuadraticAttention() {}

    /**
     * P, n × n: row i is what token i gives to each token.
     *
     * @param causal whether a token sees only itself and earlier ones
     */
    public static RealMatrix weights(
            RealMatrix q, RealMatrix k, Positions positions, boolean causal, StopSignal stop) {
        int n = k.rows();
        RealMatrix weights = q.like(q.rows(), n);
        for (int i = 0; i < q.rows(); i++) {
            stop.check();
            int seen = causal ? i + 1 : n;
            for (int j = 0; j < seen; j++) {
                double score = causal ? positions.score(q, i, k, j) : Scores.dot(q, i, k, j);
                weights.set(i, j, score);
            }
            normalise(weights, i, seen);
        }
        return weights;
    }

    /**
     * softmax of a row's first numbers: the largest is subtracted first, so that none overflows.
     */
    static void normalise(RealMatrix scores, int row, int seen) {
        double largest = scores.largest(row, 0, seen);
        scores.scale(row, 1 / scores.exponentiate(row, 0, seen, largest));
    }

    /** O = P V. */
    public static RealMatrix outputs(RealMatrix weights, RealMatrix v) {
        return weights.times(Panels.of(v));
    }

    /**
     * Causal attention without positions, {@code rowsAtOnce} queries at a time: what a float32
     * attention without quantised keys costs here.
     */
    public static RealMatrix causal(
            RealMatrix q, RealMatrix k, RealMatrix v, int rowsAtOnce, StopSignal stop) {
        int n = q.rows();
        Panels keys = Panels.transposed(k);
        Panels values = Panels.of(v);
        RealMatrix scores = q.like(Math.min(n, rowsAtOnce), n);
        RealMatrix out = q.like(n, v.columns());
        for (int from = 0; from < n; from += rowsAtOnce) {
            stop.check();
            int first = from;
            int to = Math.min(n, from + rowsAtOnce);
            q.multiply(from, to, i -> q.columns(), keys, to, scores, 0);
            for (int i = 0; i < to - from; i++) {
                normalise(scores, i, from + i + 1);
                scores.fill(i, from + i + 1, to, 0);
            }
            scores.multiply(0, to - from, i -> first + i + 1, values, v.columns(), out, from);
        }
        return out;
    }

    /** Bytes that {@link #causal} needs beside its arguments. */
    public static long bytes(long n, long dk, long dv, long rowsAtOnce, long number) {
        return number * (n * dk + n * dv + Math.min(n, rowsAtOnce) * n + n * dv);
    }
}
