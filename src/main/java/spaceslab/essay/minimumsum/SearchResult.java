package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import java.util.List;

/**
 * What a search returns.
 *
 * @param best the decompositions of least sum among those it visited, by rising a; empty where its
 *     interval holds no candidate
 * @param visited candidates that it looked at
 * @param lowerBound a proven lower bound of the least sum; 0 for algorithms that prove nothing
 */
record SearchResult(List<Decomposition> best, long visited, BigInteger lowerBound) {
    SearchResult {
        best = List.copyOf(best);
    }

    /** The result of an algorithm that proves nothing. */
    SearchResult(List<Decomposition> best, long visited) {
        this(best, visited, BigInteger.ZERO);
    }

    /** Whether the best found is proven to be the least sum. */
    boolean proven() {
        return !best.isEmpty() && best.getFirst().sum().equals(lowerBound);
    }

    /** Whether the best found is {@code least}. */
    boolean attains(BigInteger least) {
        return !best.isEmpty() && best.getFirst().sum().equals(least);
    }
}
