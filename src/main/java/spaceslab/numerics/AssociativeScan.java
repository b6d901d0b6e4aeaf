package spaceslab.numerics;

import java.util.List;

/**
 * Solves x_{t+1} = M_t x_t + b_t, t = 0 … T − 1, by composing the maps in another order than one
 * after another. Work and depth are counted while it runs. Every form gives the sequential solution
 * up to rounding; the grouping never depends on the number of threads, so the bytes do not either.
 *
 * <p>Source: G. E. Blelloch, "Prefix sums and their applications", CMU-CS-90-190.
 */
public final class AssociativeScan {
    private static final int CHUNK = 64;

    private AssociativeScan() {}

    /** One step after another: T applications, depth T. */
    public static ScanCost sequential(AffineMaps maps, double[] states) {
        int length = maps.length();
        maps.solve(0, length, states);
        return new ScanCost(0, length * maps.multiplicationsPerStep(), length);
    }

    /**
     * Blelloch's work-efficient tree in its inclusive form: an up-sweep composes neighbours, pairs
     * of neighbours, …, a down-sweep fills in the rest: fewer than 2 T compositions, depth at most
     * 2 ⌈log₂ T⌉, and one more level that applies all prefixes to x_0.
     *
     * @param maps replaced by their prefixes
     * @param states (T + 1) × width, row 0 is x_0; the other rows are written
     * @param units threads of each level
     */
    public static ScanCost blelloch(AffineMaps maps, double[] states, OrderedUnits units) {
        int length = maps.length();
        long compositions = 0;
        long depth = 0;
        int stride = 1;
        for (; 2L * stride <= length; stride *= 2) {
            compositions += level(maps, 2 * stride - 1, stride, units);
            depth++;
        }
        for (; stride >= 1; stride /= 2) {
            long done = level(maps, 3L * stride - 1, stride, units);
            compositions += done;
            depth += done > 0 ? 1 : 0;
        }
        applyAll(maps, states, units);
        return cost(maps, compositions, length, depth + 1);
    }

    /** Composes i − stride into i for i = first, first + 2 stride, … */
    private static long level(AffineMaps maps, long first, int stride, OrderedUnits units) {
        if (first >= maps.length()) {
            return 0;
        }
        int count = (int) ((maps.length() - 1 - first) / (2L * stride)) + 1;
        chunks(
                count,
                units,
                k -> {
                    int later = (int) (first + 2L * stride * k);
                    maps.compose(later - stride, later);
                });
        return count;
    }

    /**
     * How many compositions each level of {@link #blelloch} makes for T maps, in order: what a
     * machine with P processors has to get through, ⌈level/P⌉ at a time.
     */
    public static long[] treeLevels(int length) {
        long[] levels = new long[64];
        int count = 0;
        int stride = 1;
        for (; 2L * stride <= length; stride *= 2) {
            levels[count++] = (length - 2L * stride) / (2L * stride) + 1;
        }
        for (; stride >= 1; stride /= 2) {
            long first = 3L * stride - 1;
            if (first < length) {
                levels[count++] = (length - 1 - first) / (2L * stride) + 1;
            }
        }
        return java.util.Arrays.copyOf(levels, count);
    }

    /**
     * Hillis and Steele's scan: ⌈log₂ T⌉ levels, but about T log₂ T compositions.
     *
     * @param maps replaced by their prefixes
     */
    public static ScanCost hillisSteele(AffineMaps maps, double[] states) {
        int length = maps.length();
        long compositions = 0;
        long depth = 0;
        for (int stride = 1; stride < length; stride *= 2) {
            // From the end, so that in place each composition reads what the last level left.
            for (int later = length - 1; later >= stride; later--) {
                maps.compose(later - stride, later);
                compositions++;
            }
            depth++;
        }
        applyAll(maps, states, new OrderedUnits(1));
        return cost(maps, compositions, length, depth + 1);
    }

    /**
     * Time in equal blocks: the first block is solved while every other block but the last is
     * summarised as one map; the summaries are chained; the other blocks are solved. With p threads
     * and p + 1 blocks the wall time is 2/(p + 1) of the sequential loop where summarising a step
     * costs what solving it costs (diagonal maps), and more where it does not (dense maps).
     *
     * @param maps left as they are
     * @param blocks how many, at least 1
     */
    public static ScanCost blocked(
            AffineMaps maps, double[] states, int blocks, OrderedUnits units) {
        int length = maps.length();
        int size = Math.max(1, (length + blocks - 1) / blocks);
        int count = (length + size - 1) / size;
        if (count <= 1) {
            return sequential(maps, states);
        }
        List<AffineMaps> summaries =
                units.map(
                        0,
                        count - 1,
                        () ->
                                block -> {
                                    if (block == 0) {
                                        maps.solve(0, size, states);
                                        return maps.summary(0, 0);
                                    }
                                    return maps.summary(block * size, (block + 1) * size);
                                });
        for (int block = 1; block < count - 1; block++) {
            double[] pair = new double[2 * maps.width()];
            System.arraycopy(states, block * size * maps.width(), pair, 0, maps.width());
            summaries.get(block).apply(0, pair, 0, 1);
            System.arraycopy(
                    pair, maps.width(), states, (block + 1) * size * maps.width(), maps.width());
        }
        units.map(
                1,
                count,
                () ->
                        block -> {
                            maps.solve(block * size, Math.min(length, (block + 1) * size), states);
                            return block;
                        });
        long summarised = (long) (count - 2) * size;
        return cost(maps, summarised, length + count - 2, 2L * size + count - 2);
    }

    /** Independent channels in groups of a cache line: no extra work, nothing to wait for. */
    public static ScanCost byChannel(DiagonalMaps maps, double[] states, OrderedUnits units) {
        int line = 8;
        int groups = (maps.width() + line - 1) / line;
        units.map(
                0,
                groups,
                () ->
                        group -> {
                            maps.solveChannels(
                                    group * line,
                                    Math.min(maps.width(), (group + 1) * line),
                                    states);
                            return group;
                        });
        return new ScanCost(0, maps.length() * maps.multiplicationsPerStep(), maps.length());
    }

    private static void applyAll(AffineMaps maps, double[] states, OrderedUnits units) {
        chunks(maps.length(), units, t -> maps.apply(t, states, 0, t + 1));
    }

    private static ScanCost cost(AffineMaps maps, long compositions, long steps, long depth) {
        return new ScanCost(
                compositions,
                compositions * maps.multiplicationsPerComposition()
                        + steps * maps.multiplicationsPerStep(),
                depth);
    }

    private static void chunks(int count, OrderedUnits units, java.util.function.IntConsumer work) {
        if (count <= CHUNK || units.parallelism() == 1) {
            for (int i = 0; i < count; i++) {
                work.accept(i);
            }
            return;
        }
        int pieces = Math.min(4 * units.parallelism(), (count + CHUNK - 1) / CHUNK);
        units.map(
                0,
                pieces,
                () ->
                        piece -> {
                            int end = (int) ((long) count * (piece + 1) / pieces);
                            for (int i = (int) ((long) count * piece / pieces); i < end; i++) {
                                work.accept(i);
                            }
                            return piece;
                        });
    }
}
