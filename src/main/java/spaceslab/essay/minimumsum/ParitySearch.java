package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import spaceslab.experiment.StopSignal;

/**
 * The essay's first O(N^1/4) algorithm, in the half sum x and half difference y: a = x − y, b = x +
 * y, N = x² − y² + c, so that S = 2x + N − x² + y² with x and y both whole or both half-odd.
 *
 * <p>A square has a = b = √N. Otherwise the two starts x = ⌊√N⌋, y = 0 and x = ⌊√N − ½⌋ + ½, y = ½
 * are tried first, then for every integer m in (√N − ½, √N + 3/2 + √(1 + 2√N)] both x = m with y =
 * ⌈√(m² − N)⌉ (where m² ≥ N) and x = m + ½ with y = ⌈√((m + ½)² − N) − ½⌉ + ½. In p = 2x and q = 2y
 * these are the consecutive p ≥ 2√N, each with the least q of its parity. About 2√2 N^1/4
 * candidates. The optimum of N = 1, 2, 3 (a = 0) is not among them.
 */
final class ParitySearch implements DecompositionSearch {
    @Override
    public BigInteger candidates(BigInteger n) {
        return SumScan.ofSquare(n).isPresent()
                ? BigInteger.ONE
                : last(n).subtract(SumLine.of(n).first()).add(BigInteger.valueOf(3));
    }

    @Override
    public SearchResult search(BigInteger n, StopSignal stop) {
        return SumScan.ofSquare(n)
                .orElseGet(() -> {
                    BestFound best = new BestFound();
                    starts(n, best);
                    long visited = SumScan.scan(SumLine.of(n), last(n), best, stop);
                    return new SearchResult(best.list(), visited + 2);
                });
    }

    /** x = ⌊√N⌋ and x = ⌊√N − ½⌋ + ½, that is the even and the odd p next below 2√N. */
    private static void starts(BigInteger n, BestFound best) {
        BigInteger p = n.shiftLeft(2).sqrt();
        for (BigInteger sum : new BigInteger[] {p, p.subtract(BigInteger.ONE)}) {
            best.offer(Decomposition.ofSumAndDifference(n, sum, sum.and(BigInteger.ONE)));
        }
    }

    /** p = 2m + 1 of the last m. */
    private static BigInteger last(BigInteger n) {
        return EssayBounds.lastHalfSum(n).shiftLeft(1).add(BigInteger.ONE);
    }
}
