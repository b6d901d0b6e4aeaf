package spaceslab.essay.minimumsum;

import java.math.BigInteger;

/** The pruned search written plainly in BigInteger: what the fast forms must agree with. */
final class BigIntegerSearch {
    private BigIntegerSearch() {}

    static SearchResult search(BigInteger n) {
        BestFound best = new BestFound();
        BigInteger p =
                n.compareTo(BigInteger.valueOf(5)) <= 0 ? BigInteger.ZERO : n.shiftLeft(2).sqrt();
        long visited = 0;
        do {
            best.offer(Decomposition.ofSum(n, p));
            p = p.add(BigInteger.ONE);
            visited++;
        } while (p.compareTo(best.list().getFirst().sum()) <= 0);
        return new SearchResult(best.list(), visited, best.list().getFirst().sum());
    }
}
