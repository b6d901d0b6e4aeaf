package spaceslab.experiment;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Random streams of tests. A build draws the same ones each time, so that the gate says the same of
 * the same code; {@code -Psoak} draws fresh ones. Each prints its seed; {@code
 * -Dspaceslab.seed=<seed>} replays it.
 */
public final class Seeds {
    private static final Logger log = LoggerFactory.getLogger(Seeds.class);
    private static final AtomicLong FRESH = new AtomicLong(System.nanoTime());
    private static final Map<String, AtomicInteger> ASKED = new ConcurrentHashMap<>();

    private Seeds() {}

    /** A stream whose seed is logged under {@code purpose}; asking again gives another. */
    public static SplittableRandom stream(String purpose) {
        long own =
                Boolean.getBoolean("spaceslab.freshSeeds")
                        ? FRESH.getAndIncrement() & 0xFFFFFFFFFFL
                        : fixed(purpose);
        long seed = Long.getLong("spaceslab.seed", own);
        log.info("{}: -Dspaceslab.seed={}", purpose, seed);
        return new SplittableRandom(seed);
    }

    private static long fixed(String purpose) {
        int before = ASKED.computeIfAbsent(purpose, p -> new AtomicInteger()).getAndIncrement();
        return Integer.toUnsignedLong(purpose.hashCode()) + ((long) before << 32);
    }
}
