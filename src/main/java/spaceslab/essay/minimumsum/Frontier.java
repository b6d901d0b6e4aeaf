package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What the workers of one {@link PrunedSearch} share: the best sum found so far with all its ties,
 * the next range of candidates to examine, and how far every candidate has been examined. Sums are
 * offsets S − p₀. Thread-safe.
 */
final class Frontier {
    private final SumLine line;
    private final List<Long> ties = new ArrayList<>();
    private final TreeMap<Long, Long> ahead = new TreeMap<>();
    private volatile long least = CandidateResidual.HUGE;
    private long claimed;
    private long examined;

    Frontier(SumLine line) {
        this.line = line;
    }

    /** The best S − p₀ found so far. */
    long least() {
        return least;
    }

    /** Offers candidate {@code k} with remainder c; offered twice, it still counts once. */
    void offer(long k, long remainder) {
        if (remainder <= least - k) {
            keep(k, k + remainder);
        }
    }

    private synchronized void keep(long k, long sum) {
        if (sum < least) {
            ties.clear();
            least = sum;
        }
        if (sum == least) {
            ties.add(k);
        }
    }

    /** The start of the next range of {@code size} candidates, or −1 when the rest cannot win. */
    synchronized long claim(long size) {
        if (claimed > least) {
            return -1;
        }
        long from = claimed;
        claimed += size;
        return from;
    }

    /** Reports that every candidate of [from, to) has been examined. */
    synchronized void done(long from, long to) {
        ahead.put(from, to);
        while (!ahead.isEmpty() && ahead.firstKey() == examined) {
            examined = ahead.pollFirstEntry().getValue();
        }
    }

    /** All candidates below this have been examined. */
    synchronized long examined() {
        return examined;
    }

    /** Where the search stands: ties ordered by a, bound proven, share of the interval examined. */
    synchronized SearchProgress progress() {
        BestFound best = new BestFound();
        ties.forEach(k -> best.offer(line.decomposition(k)));
        long bound = Math.min(least, examined);
        return new SearchProgress(
                best.list(),
                line.first().add(BigInteger.valueOf(bound)),
                Math.min(1, examined / (least + 1.0)));
    }
}
