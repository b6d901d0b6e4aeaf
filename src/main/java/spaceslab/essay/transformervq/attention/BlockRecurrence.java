package spaceslab.essay.transformervq.attention;

import spaceslab.experiment.StopSignal;
import spaceslab.numerics.Panels;
import spaceslab.numerics.RealMatrix;

/**
 * Causal attention over quantised keys, block after block of l tokens. A block's queries meet three
 * things: their own block, the block before, and a cache of all blocks before that, merged by
 * codeword,
 *
 * <pre>  exp(Q_g K̂_gᵀ + B_gg) V_g + exp(Q_g K̂_{g−1}ᵀ + B_{g,g−1}) V_{g−1} + exp(Q_g Cᵀ) U_{g−2}
 * </pre>
 *
 * over the same with 1 for V. U_g sums blocks 0 … g; the essay first defines it without block g and
 * then uses it as if with. All three are columns of one matrix of scores with one softmax, and one
 * product with the stacked means and values. O(n(c·d_k + (c + 2l)·d_v)) time, since window scores
 * are picked from Q Cᵀ; memory beside arguments and result {@link #bytes}, whatever n. A last block
 * that is not full is a shorter block.
 */
public final class BlockRecurrence {
    private final QuantisedKeys keys;
    private final Positions positions;
    private final int block;
    private final int before;
    private final boolean cached;
    private final int lag;

    private BlockRecurrence(
            QuantisedKeys keys,
            Positions positions,
            int block,
            int before,
            boolean cached,
            int lag) {
        if (positions.window() > before * block) {
            throw new IllegalArgumentException(
                    "window ("
                            + positions.window()
                            + ") must not exceed "
                            + before
                            + " blocks of "
                            + block);
        }
        this.keys = keys;
        this.positions = positions;
        this.block = block;
        this.before = before;
        this.cached = cached;
        this.lag = lag;
    }

    /** Without positions: only the own block, and a cache of all before it. */
    public static BlockRecurrence plain(QuantisedKeys keys, int block) {
        return new BlockRecurrence(keys, LocalBias.none(0), block, 0, true, 0);
    }

    /**
     * The essay's indices taken at their word: U_g sums the blocks before g and is then used as
     * U_{g−1}, so that nobody ever sees the block before. For showing just that.
     */
    public static BlockRecurrence asIndexed(QuantisedKeys keys, int block) {
        return new BlockRecurrence(keys, LocalBias.none(0), block, 0, true, 1);
    }

    /** With positions that reach back at most one block. */
    public static BlockRecurrence local(QuantisedKeys keys, Positions positions, int block) {
        return new BlockRecurrence(keys, positions, block, 1, true, 0);
    }

    /** The same without the cache: a token sees its own block and the one before. */
    public static BlockRecurrence windowOnly(QuantisedKeys keys, Positions positions, int block) {
        return new BlockRecurrence(keys, positions, block, 1, false, 0);
    }

    /** Told of each block's cache before the block is computed. */
    @FunctionalInterface
    public interface Observer {
        void block(int from, int to, CompressiveCache cache);
    }

    /** O, n × d_v. */
    public RealMatrix attend(RealMatrix q, RealMatrix v, StopSignal stop) {
        return attend(q, v, (from, to, cache) -> {}, stop);
    }

    /** The same, watched. */
    public RealMatrix attend(RealMatrix q, RealMatrix v, Observer observer, StopSignal stop) {
        int n = q.rows();
        RealMatrix out = v.like(n, v.columns());
        Panels codes = Panels.transposed(keys.codes());
        CompressiveCache cache = new CompressiveCache(v, keys.size());
        Window window = new Window(q, v);
        RealMatrix far = positions.far(q);
        int kept = 0;
        for (int from = 0; from < n; from += block) {
            stop.check();
            int to = Math.min(n, from + block);
            int first = Math.max(0, from - before * block);
            int gone = first - lag * block;
            if (cached && gone > kept) {
                cache.absorb(keys.z(), v, kept, gone);
                kept = gone;
            }
            observer.block(from, to, cache);
            far.multiply(from, to, i -> q.columns(), codes, keys.size(), window.codeScores, 0);
            window.attend(q, v, first, from, to, cache, out);
        }
        return out;
    }

    /** Buffers of one block. */
    private final class Window {
        private final int slots;
        private final RealMatrix codeScores;
        private final RealMatrix scores;
        private final Panels values;

        Window(RealMatrix q, RealMatrix v) {
            slots = cached ? keys.size() : 0;
            int wide = slots + (before + 1) * block;
            codeScores = q.like(block, keys.size());
            scores = q.like(block, wide);
            values = new Panels(v, wide, v.columns());
        }

        void attend(
                RealMatrix q,
                RealMatrix v,
                int first,
                int from,
                int to,
                CompressiveCache cache,
                RealMatrix out) {
            boolean anything = cache.tokens() > 0;
            int begin = anything ? slots : 0;
            if (anything) {
                values.put(0, cache.means(), 0, slots);
                remember(cache.logCounts(), to - from);
            }
            values.put(begin, v, first, to);
            positions.near(q, from, to, keys, first, codeScores, scores, begin);
            for (int i = 0; i < to - from; i++) {
                int seen = begin + from + i + 1 - first;
                double largest = scores.largest(i, 0, seen);
                double sum = scores.exponentiate(i, 0, seen, largest);
                scores.fill(i, seen, begin + to - first, 0);
                scores.scale(i, 1 / sum);
            }
            scores.multiply(
                    0,
                    to - from,
                    i -> begin + from + i + 1 - first,
                    values,
                    v.columns(),
                    out,
                    from);
        }

        /** Scores of the cache: q·C_s + log N_s. */
        private void remember(RealMatrix logCounts, int rows) {
            for (int i = 0; i < rows; i++) {
                scores.copy(i, 0, codeScores, i, 0, slots);
                scores.add(i, 1, logCounts, 0);
            }
        }
    }

    /** Bytes that {@link #attend} needs beside its arguments and result; does not depend on n. */
    public static long bytes(long codes, long block, long dk, long dv, long number) {
        long wide = codes + 2 * block;
        return number * (codes * dk + 2 * codes * dv + block * codes + block * wide + wide * dv);
    }
}
