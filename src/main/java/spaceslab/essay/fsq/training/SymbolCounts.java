package spaceslab.essay.fsq.training;

import java.util.HashMap;
import java.util.Map;
import spaceslab.numerics.RandomStream;

/**
 * How often each symbol followed each context, smoothed as Witten and Bell did
 * (doi:10.1109/18.87000): with n of N symbols after the context, D of them different,
 *
 * <pre>
 * p(symbol | context) = (n + D · prior(symbol | context)) / (N + D)
 * </pre>
 *
 * so that a context seen rarely leans on its prior, and no symbol is impossible.
 */
final class SymbolCounts {
    /** What is believed of a symbol before it is seen in the context. */
    @FunctionalInterface
    interface Prior {
        double probability(int context, int symbol);
    }

    private final int symbols;
    private final Prior prior;
    private final Map<Long, Integer> pairs = new HashMap<>();
    private final long[] totals;
    private final int[] different;

    /** Nothing seen yet, of contexts and symbols from 0 on. */
    SymbolCounts(int contexts, int symbols, Prior prior) {
        this.symbols = symbols;
        this.prior = prior;
        this.totals = new long[contexts];
        this.different = new int[contexts];
    }

    /** One more. */
    void add(int context, int symbol) {
        totals[context]++;
        if (pairs.merge(key(context, symbol), 1, Integer::sum) == 1) {
            different[context]++;
        }
    }

    /** Positive for every symbol; sums to 1 over them where the prior does. */
    double probability(int context, int symbol) {
        double expected = prior.probability(context, symbol);
        double weight = totals[context] + different[context];
        return weight == 0
                ? expected
                : (count(context, symbol) + different[context] * expected) / weight;
    }

    /** A symbol as often as it was seen in the context, without the prior; O(symbols). */
    int draw(int context, RandomStream random) {
        long rest = (long) (random.nextDouble() * totals[context]);
        for (int symbol = 0; symbol < symbols; symbol++) {
            rest -= count(context, symbol);
            if (rest < 0) {
                return symbol;
            }
        }
        throw new IllegalStateException("nothing was seen in context " + context);
    }

    private int count(int context, int symbol) {
        return pairs.getOrDefault(key(context, symbol), 0);
    }

    private long key(int context, int symbol) {
        return (long) context * symbols + symbol;
    }
}
