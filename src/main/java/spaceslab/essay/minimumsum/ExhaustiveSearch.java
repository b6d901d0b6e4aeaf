package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import spaceslab.experiment.StopSignal;

/**
 * The oracle: every a in [0, √N]. For a ≥ 2 the sum N − (a − 1)b + a falls as b grows, so b = ⌊N/a⌋
 * is the only best partner; a = 1 gives N + 1 and is never optimal; a = 0 gives N. O(√N)
 * candidates.
 */
final class ExhaustiveSearch implements DecompositionSearch {
    @Override
    public BigInteger candidates(BigInteger n) {
        return n.sqrt().add(BigInteger.ONE);
    }

    @Override
    public SearchResult search(BigInteger n, StopSignal stop) {
        BestFound best = new BestFound();
        best.offer(new Decomposition(BigInteger.ZERO, BigInteger.ZERO, n));
        SearchResult rest = FactorScan.scan(n, 1, n.sqrt().longValueExact(), stop);
        rest.best().forEach(best::offer);
        BigInteger least = best.list().getFirst().sum();
        return new SearchResult(best.list(), rest.visited() + 1, least);
    }
}
