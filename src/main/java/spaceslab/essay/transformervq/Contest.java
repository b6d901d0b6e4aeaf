package spaceslab.essay.transformervq;

import java.util.Arrays;
import spaceslab.essay.transformervq.attention.BlockRecurrence;
import spaceslab.essay.transformervq.attention.LocalBias;
import spaceslab.essay.transformervq.attention.QuadraticAttention;
import spaceslab.essay.transformervq.attention.QuantisedKeys;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Attention;
import spaceslab.learning.Tensor;
import spaceslab.learning.TensorScope;
import spaceslab.numerics.MatrixMemory;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.RealMatrix;
import spaceslab.numerics.SeededStreams;

/**
 * Causal attention in float32 on one thread, three ways on the same standard normal sequence:
 * quadratic, linear over quantised keys with a bias in the window (assigning the keys included),
 * and libtorch's fused one. A codebook of keys of the sequence itself; its training is no part of
 * the time.
 */
final class Contest {
    /** Rows of scores that the quadratic form holds at once. */
    static final int ROWS_AT_ONCE = 128;

    private static final double BIAS = 2;

    private final RealMatrix q;
    private final RealMatrix k;
    private final RealMatrix v;
    private final RealMatrix codes;
    private final int block;

    /**
     * @param n tokens
     * @param c codes, at most n
     * @param block l
     */
    Contest(int n, int c, int block, int dk, int dv, long seed) {
        this(n, c, block, dk, dv, seed, MatrixMemory.uncounted());
    }

    /** The same; {@code memory} counts the sequence and all buffers of the forms in Java. */
    Contest(int n, int c, int block, int dk, int dv, long seed, MatrixMemory memory) {
        SeededStreams streams = new SeededStreams(seed);
        double scale = 1 / Math.sqrt(dk);
        q = normal(n, dk, scale, streams.stream(0), memory);
        k = normal(n, dk, 1, streams.stream(1), memory);
        v = normal(n, dv, 1, streams.stream(2), memory);
        codes = normal(c, dk, 1, streams.stream(3), memory);
        this.block = block;
    }

    private static RealMatrix normal(
            int n, int d, double scale, RandomStream random, MatrixMemory memory) {
        RealMatrix x = RealMatrix.float32(n, d, memory);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                x.set(i, j, scale * random.nextGaussian());
            }
        }
        return x;
    }

    /** n × d_v. */
    RealMatrix linear(StopSignal stop) {
        QuantisedKeys keys = QuantisedKeys.of(k, codes);
        return BlockRecurrence.local(keys, LocalBias.falling(block, BIAS), block)
                .attend(q, v, stop);
    }

    /** n × d_v. */
    RealMatrix quadratic(StopSignal stop) {
        return QuadraticAttention.causal(q, k, v, ROWS_AT_ONCE, stop);
    }

    /**
     * Least seconds of libtorch's fused attention over {@code repeats}; its queries it scales
     * itself.
     */
    double fusedSeconds(int repeats, StopSignal stop) {
        try (TensorScope run = TensorScope.root(stop)) {
            Tensor queries = tensor(q, Math.sqrt(q.columns()));
            Tensor keys = tensor(k, 1);
            Tensor values = tensor(v, 1);
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < repeats; i++) {
                stop.check();
                try (TensorScope once = TensorScope.evaluation()) {
                    long start = System.nanoTime();
                    Tensor out = Attention.fused(queries, keys, values, true);
                    out.slice(2, q.rows() - 1, q.rows()).toDoubles();
                    least = Math.min(least, (System.nanoTime() - start) * 1e-9);
                }
            }
            return least;
        }
    }

    private static Tensor tensor(RealMatrix x, double factor) {
        float[] values = new float[x.rows() * x.columns()];
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.columns(); j++) {
                values[i * x.columns() + j] = (float) (factor * x.at(i, j));
            }
        }
        return Tensor.of(values, 1, 1, x.rows(), x.columns());
    }

    /** What libtorch computes, n × d_v, for checks. */
    double[] fused(StopSignal stop) {
        try (TensorScope run = TensorScope.root(stop);
                TensorScope once = TensorScope.evaluation()) {
            double[] out =
                    Attention.fused(
                                    tensor(q, Math.sqrt(q.columns())),
                                    tensor(k, 1),
                                    tensor(v, 1),
                                    true)
                            .toDoubles();
            return Arrays.copyOf(out, out.length);
        }
    }
}
