package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import spaceslab.experiment.StopSignal;

/**
 * The guess that suggests itself: a = b = ⌊√N⌋, or a = ⌊√N⌋ and b = ⌊√N⌋ + 1 where ab ≤ N. Two
 * candidates; usually wrong, because the remainder c can be as large as ⌊√N⌋. Essay, opening.
 */
final class GuessSearch implements DecompositionSearch {
    @Override
    public BigInteger candidates(BigInteger n) {
        return BigInteger.TWO;
    }

    @Override
    public SearchResult search(BigInteger n, StopSignal stop) {
        BigInteger a = n.sqrt();
        BestFound best = new BestFound();
        best.offer(new Decomposition(a, a, n.subtract(a.multiply(a))));
        BigInteger b = a.add(BigInteger.ONE);
        BigInteger c = n.subtract(a.multiply(b));
        if (c.signum() >= 0) {
            best.offer(new Decomposition(a, b, c));
        }
        return new SearchResult(best.list(), 2);
    }
}
