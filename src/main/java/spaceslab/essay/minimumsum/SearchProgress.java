package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import java.util.List;

/**
 * Where a search stands.
 *
 * @param best the best decompositions so far
 * @param lowerBound no decomposition has a smaller sum
 * @param share of the interval up to the best sum that has been examined
 */
record SearchProgress(List<Decomposition> best, BigInteger lowerBound, double share) {
    SearchProgress {
        best = List.copyOf(best);
    }
}
