package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import spaceslab.experiment.Emitter;

/** How often each algorithm of a scan is optimal, and what it visits. */
final class ScanTally {
    private static final int MISSES_LISTED = 40;

    private final Map<MinimumSumAlgorithm, Count> counts = new EnumMap<>(MinimumSumAlgorithm.class);

    /** Counts of one algorithm. */
    private static final class Count {
        private long runs;
        private long optimal;
        private BigInteger firstMiss = BigInteger.valueOf(-1);
    }

    /** Counts one result; lists the first misses. */
    void add(
            MinimumSumAlgorithm algorithm,
            BigInteger n,
            SearchResult result,
            BigInteger least,
            Emitter out) {
        Count count = counts.computeIfAbsent(algorithm, a -> new Count());
        count.runs++;
        if (result.attains(least)) {
            count.optimal++;
            return;
        }
        if (count.firstMiss.signum() < 0) {
            count.firstMiss = n;
        }
        if (count.runs - count.optimal <= MISSES_LISTED) {
            Object found = result.best().isEmpty() ? "noCandidate" : result.best().getFirst().sum();
            out.row("misses", algorithm.key(), n, found, least);
        }
    }

    void emit(Emitter out) {
        counts.forEach((algorithm, count) -> {
            String name = algorithm.key();
            double share = (double) count.optimal / count.runs;
            out.value("runs." + name, count.runs);
            out.value("missed." + name, count.runs - count.optimal);
            out.value("share." + name, share);
            out.point("share." + name, algorithm.ordinal() + 1.0, 100 * share);
            Object first = count.firstMiss.signum() < 0 ? "none" : count.firstMiss;
            out.row("shares", name, count.runs, count.optimal, 100 * share, first);
        });
    }
}
