package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import spaceslab.experiment.StopSignal;

/**
 * Tries every sum p = a + b of an interval with its least difference q = b − a ≥ √(p² − 4N) of the
 * same parity; shared by the two O(N^1/4) algorithms, which differ in interval and starts.
 */
final class SumScan {
    private static final long CHECK_MASK = (1 << 14) - 1;

    private SumScan() {}

    /** a = b = √N where N is a square. */
    static Optional<SearchResult> ofSquare(BigInteger n) {
        BigInteger[] root = n.sqrtAndRemainder();
        return root[1].signum() == 0
                ? Optional.of(
                        new SearchResult(
                                List.of(new Decomposition(root[0], root[0], BigInteger.ZERO)), 1))
                : Optional.empty();
    }

    /** Offers the best of p = p₀ … last to {@code best}; returns how many that are. */
    static long scan(SumLine line, BigInteger last, BestFound best, StopSignal stop) {
        long count = last.subtract(line.first()).longValueExact() + 1;
        CandidateResidual residual = line.residual(count);
        LeastKeys least = new LeastKeys();
        for (long k = 0; k < count; k++) {
            least.offer(k, k + residual.remainder(k));
            if ((k & CHECK_MASK) == 0) {
                stop.check();
            }
        }
        for (long k : least.keys()) {
            best.offer(line.decomposition(k));
        }
        return Math.max(0, count);
    }
}
