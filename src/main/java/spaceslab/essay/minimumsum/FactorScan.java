package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import java.util.Arrays;
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
        LeastKeys least = new LeastKeys();
        for (long a = first; a <= last; a++) {
            long b = n / a;
            least.offer(a, a + b + (n - a * b));
            if ((a & CHECK_MASK) == 0) {
                stop.check();
            }
        }
        return new SearchResult(
                Arrays.stream(least.keys())
                        .mapToObj(a -> Decomposition.of(a, n / a, n % a))
                        .toList(),
                Math.max(0, last - first + 1));
    }
}
