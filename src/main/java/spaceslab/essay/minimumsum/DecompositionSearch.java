package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import spaceslab.experiment.StopSignal;

/** An algorithm for the least a + b + c with N = ab + c. */
interface DecompositionSearch {
    /** How many candidates {@link #search} visits, exactly or as an estimate. */
    BigInteger candidates(BigInteger n);

    /**
     * Searches; only for {@code n} whose candidates can be counted in a long.
     *
     * @param n natural number N ≥ 0
     * @param stop asked at least every 50 ms
     */
    SearchResult search(BigInteger n, StopSignal stop);
}
