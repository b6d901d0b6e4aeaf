package spaceslab.experiment;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Random streams of tests. Each prints its seed; {@code -Dspaceslab.seed=<seed>} replays a run. */
public final class Seeds {
    private static final Logger log = LoggerFactory.getLogger(Seeds.class);
    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime());

    private Seeds() {}

    /** A stream whose seed is logged under {@code purpose}. */
    public static SplittableRandom stream(String purpose) {
        long seed = Long.getLong("spaceslab.seed", NEXT.getAndIncrement() & 0xFFFFFFFFFFL);
        log.info("{}: -Dspaceslab.seed={}", purpose, seed);
        return new SplittableRandom(seed);
    }
}
