package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import spaceslab.experiment.StopSignal;

/**
 * The essay's second O(N^1/4) algorithm, in the sum p = a + b and the difference q = b − a of the
 * same parity: 4N − p² + q² = 4c, so that S = p + c.
 *
 * <p>A square has p = 2√N, q = 0. Otherwise first p = ⌊2√N⌋ with q = p mod 2, then every p in (2√N,
 * 2√N + 2 + √(1 + 4√N)] with the least q ≥ √(p² − 4N) of p's parity. About 2 N^1/4 candidates. The
 * optimum of N = 1, 2, 3 (a = 0, p = 0) is not among them.
 */
final class SumDifferenceSearch implements DecompositionSearch {
    @Override
    public BigInteger candidates(BigInteger n) {
        return SumScan.ofSquare(n).isPresent()
                ? BigInteger.ONE
                : EssayBounds.sumDifference(n).subtract(SumLine.of(n).first()).add(BigInteger.TWO);
    }

    @Override
    public SearchResult search(BigInteger n, StopSignal stop) {
        return SumScan.ofSquare(n)
                .orElseGet(() -> {
                    BestFound best = new BestFound();
                    BigInteger p = n.shiftLeft(2).sqrt();
                    best.offer(Decomposition.ofSumAndDifference(n, p, p.and(BigInteger.ONE)));
                    BigInteger last = EssayBounds.sumDifference(n);
                    long visited = SumScan.scan(SumLine.of(n), last, best, stop);
                    return new SearchResult(best.list(), visited + 1);
                });
    }
}
