package spaceslab.essay.minimumsum;

import spaceslab.experiment.StopSignal;

/**
 * One worker of a {@link PrunedSearch}: examines ranges of candidates block by block, each block
 * either exactly ({@link CandidateResidual}) or by the filter ({@link RootPolynomial}) with an
 * exact check of what it lets through. Not thread-safe.
 */
final class BlockSearch {
    private static final int EXACT_BLOCK = 4096;

    /** Above this limit the filter would let too much through to be worth it. */
    private static final double WIDEST_THRESHOLD = 0.125;

    private final Frontier frontier;
    private final StopSignal stop;
    private final NarrowResidual narrow;
    private final WideResidual wide;
    private final long narrowEnd;
    private final RootPolynomial polynomial;
    private final DifferenceScan scan;
    private final long[] differences;
    private int[] hits = new int[0];

    BlockSearch(SumLine line, Frontier frontier, DifferenceScan scan, StopSignal stop) {
        this.frontier = frontier;
        this.stop = stop;
        this.narrow = new NarrowResidual(line);
        this.wide = new WideResidual(line);
        this.narrowEnd = line.narrowEnd();
        this.polynomial = new RootPolynomial(line, scan.lanes());
        this.scan = scan;
        this.differences = new long[5 * scan.lanes()];
    }

    /**
     * Examines [from, to), or up to the best sum if that comes first (p &gt; S ends the search; p =
     * S can still tie); false when stopped before the end.
     */
    boolean search(long from, long to) {
        long k = from;
        while (k < to && k <= frontier.least()) {
            if (stop.stopped()) {
                return false;
            }
            int reach = polynomial.reach(k);
            long next = reach == 0 ? k : filter(k, to, reach);
            k = next > k ? next : exact(k, Math.min(to, k + EXACT_BLOCK));
        }
        return true;
    }

    private long exact(long from, long to) {
        if (to <= narrowEnd) {
            for (long k = from; k < to && k <= frontier.least(); k++) {
                frontier.offer(k, narrow.remainder(k));
            }
        } else {
            for (long k = from; k < to && k <= frontier.least(); k++) {
                frontier.offer(k, wide.remainder(k));
            }
        }
        return to;
    }

    /**
     * Filters a block from {@code from}; returns where it ended, or {@code from} if not worth it.
     */
    private long filter(long from, long to, int widest) {
        long half = Math.min(widest, (to - from) / 2 + 1);
        int steps = (int) ((half + scan.lanes() - 1) / scan.lanes());
        int reach = steps * scan.lanes();
        long centre = from + reach - 1;
        polynomial.centre(centre, reach);
        double threshold = polynomial.threshold(from, frontier.least() - from);
        if (threshold > WIDEST_THRESHOLD) {
            return from;
        }
        if (hits.length < reach) {
            hits = new int[Math.max(reach, 2 * hits.length)];
        }
        long limit = RootPolynomial.biased(threshold);
        polynomial.start(-1, differences);
        int found = scan.scan(differences, steps, limit, hits);
        for (int i = 0; i < found; i++) {
            check(centre - hits[i], to);
        }
        polynomial.start(1, differences);
        found = scan.scan(differences, steps, limit, hits);
        for (int i = 0; i < found; i++) {
            if (hits[i] != 0) {
                check(centre + hits[i], to);
            }
        }
        return centre + reach;
    }

    private void check(long k, long to) {
        if (k < to) {
            frontier.offer(k, k < narrowEnd ? narrow.remainder(k) : wide.remainder(k));
        }
    }
}
