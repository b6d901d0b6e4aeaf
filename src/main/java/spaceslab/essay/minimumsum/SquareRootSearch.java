package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import java.util.List;
import spaceslab.experiment.StopSignal;

/**
 * Every integer a between the minima of the two curves that enclose S(a): a + N/a, least at √N, and
 * 2a + N/a − 1, least at √(N/2). O(√N) candidates, one division each.
 *
 * <p>The essay takes the half-open interval (√(N/2), √N]. It misses the optimum for a few N (8, 18,
 * 19, …), and is empty for some; the closed form starts at max(1, ⌊√(N/2)⌋) instead and misses 1, 2
 * and 3 only, whose optimum is a = 0.
 */
final class SquareRootSearch implements DecompositionSearch {
    private final boolean closed;

    SquareRootSearch(boolean closed) {
        this.closed = closed;
    }

    /** 2a² > N in the half-open form; a² ≤ N/2 exactly when a² ≤ ⌊N/2⌋. */
    private BigInteger first(BigInteger n) {
        BigInteger lower = n.shiftRight(1).sqrt();
        return closed ? lower.max(BigInteger.ONE) : lower.add(BigInteger.ONE);
    }

    @Override
    public BigInteger candidates(BigInteger n) {
        return n.sqrt().subtract(first(n)).add(BigInteger.ONE).max(BigInteger.ZERO);
    }

    @Override
    public SearchResult search(BigInteger n, StopSignal stop) {
        return n.signum() == 0
                ? new SearchResult(List.of(Decomposition.of(0, 0, 0)), 1)
                : FactorScan.scan(n, first(n).longValueExact(), n.sqrt().longValueExact(), stop);
    }
}
