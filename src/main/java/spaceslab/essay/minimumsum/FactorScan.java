package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import spaceslab.experiment.StopSignal;

/**
 * Tries every smaller factor a of an interval with its best partner b = ⌊N/a⌋: S(a) = a + ⌊N/a⌋ +
 * (N mod a). One 64-bit division each.
 */
final class FactorScan {
    private static final long CHECK_MASK = (1 << 16) - 1;

    private FactorScan() {}

    /** The best of a in [first, last], 1 ≤ first; N must fit 63 bits. */
    static SearchResult scan(BigInteger number, long first, long last, StopSignal stop) {
        long n = number.longValueExact();
        BestFound best = new BestFound();
        long least = Long.MAX_VALUE;
        for (long a = first; a <= last; a++) {
            long b = n / a;
            long sum = a + b + (n - a * b);
            if (sum <= least) {
                least = sum;
                best.offer(Decomposition.of(a, b, n - a * b));
            }
            if ((a & CHECK_MASK) == 0) {
                stop.check();
            }
        }
        return new SearchResult(best.list(), Math.max(0, last - first + 1));
    }
}
