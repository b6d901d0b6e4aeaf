package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The numbers of a scan and the work they mean. */
record ScanPlan(
        BigInteger from, BigInteger to, ScanMode mode, int stride, int perDecade, long seed) {
    /** An algorithm of the essay is not run on an N for which it visits more candidates. */
    static final long CANDIDATE_LIMIT = 2_000_000;

    private static final long MOST_SAMPLES = 200_000;
    private static final double MOST_CANDIDATES = 3e9;
    private static final int PROBES = 24;

    /** Numbers of the scan in rising order (within a decade: in the order drawn). */
    List<BigInteger> numbers() {
        List<BigInteger> numbers = new ArrayList<>();
        switch (mode) {
            case STRIDE -> {
                BigInteger step = BigInteger.valueOf(stride);
                for (BigInteger n = from; n.compareTo(to) <= 0; n = n.add(step)) {
                    numbers.add(n);
                }
            }
            case RANDOM -> {
                for (int decade = decade(from); decade <= lastDecade(); decade++) {
                    draw(decade, numbers);
                }
            }
        }
        return numbers;
    }

    /**
     * One seeded stream a decade, uniform up to a bias of 2⁻⁶⁴; a decade with fewer numbers is
     * taken whole.
     */
    private void draw(int decade, List<BigInteger> numbers) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + decade);
        BigInteger lowest = lowest(decade);
        BigInteger end =
                decade == lastDecade() ? to.add(BigInteger.ONE) : BigInteger.TEN.pow(decade + 1);
        BigInteger size = end.subtract(lowest);
        if (size.compareTo(BigInteger.valueOf(perDecade)) <= 0) {
            for (BigInteger n = lowest; n.compareTo(end) < 0; n = n.add(BigInteger.ONE)) {
                numbers.add(n);
            }
            return;
        }
        byte[] bytes = new byte[size.bitLength() / 8 + 9];
        for (int i = 0; i < perDecade; i++) {
            random.nextBytes(bytes);
            numbers.add(lowest.add(new BigInteger(1, bytes).mod(size)));
        }
    }

    private BigInteger lowest(int decade) {
        return decade == 0 ? from.min(BigInteger.TEN) : BigInteger.TEN.pow(decade).max(from);
    }

    /** A power of ten ends the decade before it instead of being one of its own. */
    private int lastDecade() {
        return Math.max(decade(from), decade(to.subtract(BigInteger.ONE).max(BigInteger.ZERO)));
    }

    private static int decade(BigInteger n) {
        return n.toString().length() - 1;
    }

    /** How many numbers. */
    double samples() {
        return switch (mode) {
            case STRIDE -> to.subtract(from).doubleValue() / stride + 1;
            case RANDOM -> (double) perDecade * (lastDecade() - decade(from) + 1);
        };
    }

    /** The candidates of all algorithms on all numbers, estimated at a few of them. */
    double work(List<MinimumSumAlgorithm> algorithms) {
        double work = 0;
        switch (mode) {
            case STRIDE -> {
                BigInteger span = to.subtract(from);
                for (int i = 1; i <= PROBES; i++) {
                    BigInteger share = span.multiply(BigInteger.valueOf(i));
                    BigInteger n = from.add(share.divide(BigInteger.valueOf(PROBES)));
                    work += candidates(n, algorithms) * samples() / PROBES;
                }
            }
            case RANDOM -> {
                for (int decade = decade(from); decade <= lastDecade(); decade++) {
                    BigInteger n = BigInteger.TEN.pow(decade + 1).min(to);
                    work += candidates(n, algorithms) * perDecade;
                }
            }
        }
        return work;
    }

    private static double candidates(BigInteger n, List<MinimumSumAlgorithm> algorithms) {
        double sum = MinimumSumAlgorithm.PRUNED.search().candidates(n).doubleValue();
        for (MinimumSumAlgorithm algorithm : algorithms) {
            double count = algorithm.search().candidates(n).doubleValue();
            sum += count <= CANDIDATE_LIMIT && algorithm != MinimumSumAlgorithm.PRUNED ? count : 0;
        }
        return sum;
    }

    /** Whether it is small enough to run. */
    boolean bounded(List<MinimumSumAlgorithm> algorithms) {
        return samples() <= MOST_SAMPLES && work(algorithms) <= MOST_CANDIDATES;
    }

    /** The largest end that {@link #bounded} accepts, by bisection. */
    BigInteger largestTo(List<MinimumSumAlgorithm> algorithms) {
        BigInteger low = from;
        BigInteger high = to;
        while (high.subtract(low).compareTo(BigInteger.ONE) > 0) {
            BigInteger middle = low.add(high).shiftRight(1);
            boolean fits =
                    new ScanPlan(from, middle, mode, stride, perDecade, seed).bounded(algorithms);
            low = fits ? middle : low;
            high = fits ? high : middle;
        }
        return low;
    }

    /** The largest number per decade that {@link #bounded} accepts, at least 1. */
    int largestPerDecade(List<MinimumSumAlgorithm> algorithms) {
        int count = perDecade;
        while (count > 1
                && !new ScanPlan(from, to, mode, stride, count, seed).bounded(algorithms)) {
            count--;
        }
        return count;
    }
}
