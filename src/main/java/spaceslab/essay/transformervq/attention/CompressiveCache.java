package spaceslab.essay.transformervq.attention;

import java.util.Arrays;
import spaceslab.numerics.RealMatrix;

/**
 * All that is kept of tokens that left the window: for each codeword s the number N_s of its tokens
 * and the sum U_s of their values, read as the mean μ_s = U_s/N_s. One softmax over scores q·C_s +
 * log N_s beside those of the window neither overflows nor multiplies a long sum by an exponential.
 * State: c·d_v + c numbers, whatever n. Where sums of values are exact (values on a grid of powers
 * of two) the order of tokens changes no bit; elsewhere it changes the last digits.
 *
 * <p>Transformer-VQ's code moves the means themselves, μ' = (N/N') μ + (1/N') Δᵀ V, for half
 * precision; that depends on the order of blocks in the last digits always.
 */
public final class CompressiveCache {
    private final RealMatrix sums;
    private final RealMatrix means;
    private final long[] counts;

    /** Empty, for values like {@code v}. */
    public CompressiveCache(RealMatrix v, int codes) {
        sums = v.like(codes, v.columns());
        means = v.like(codes, v.columns());
        counts = new long[codes];
    }

    /** Takes the tokens {@code from} … {@code to} − 1: U ← U + Δᵀ V, N ← N + Δᵀ 1. */
    public void absorb(int[] z, RealMatrix v, int from, int to) {
        boolean[] met = new boolean[counts.length];
        for (int j = from; j < to; j++) {
            sums.add(z[j], 1, v, j);
            counts[z[j]]++;
            met[z[j]] = true;
        }
        for (int s = 0; s < counts.length; s++) {
            if (met[s]) {
                means.copy(s, 0, sums, s, 0, sums.columns());
                means.scale(s, 1.0 / counts[s]);
            }
        }
    }

    /** U, c × d_v. */
    public RealMatrix sums() {
        return sums;
    }

    /** μ, c × d_v; zero rows where nothing was met. */
    public RealMatrix means() {
        return means;
    }

    /** N. */
    public long[] counts() {
        return counts.clone();
    }

    /** log N_s, −∞ of an empty slot, whose weight is then 0. */
    public RealMatrix logCounts() {
        RealMatrix logs = means.like(1, counts.length);
        for (int s = 0; s < counts.length; s++) {
            logs.set(0, s, Math.log(counts[s]));
        }
        return logs;
    }

    /** Tokens taken so far. */
    public long tokens() {
        return Arrays.stream(counts).sum();
    }
}
