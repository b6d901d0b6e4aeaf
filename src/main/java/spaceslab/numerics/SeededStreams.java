package spaceslab.numerics;

/**
 * Independent random streams, one for each logical unit of work (a draw, a restart, an image): the
 * stream of (seed, unit) is the same whichever thread works on it and in whatever order, so results
 * do not depend on the number of cores.
 *
 * @param seed of the run
 */
public record SeededStreams(long seed) {
    static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** The stream of one unit of work. */
    public RandomStream stream(long unit) {
        return new RandomStream(mix(mix(seed + GOLDEN) ^ (unit * 0xD1342543DE82EF95L + GOLDEN)));
    }

    /** Streams of a purpose of its own, such as initial weights beside data. */
    public SeededStreams child(long purpose) {
        return new SeededStreams(mix(mix(seed ^ GOLDEN) + 0xDA942042E4DD58B5L * (purpose + 1)));
    }

    /** SplitMix64's bijective finaliser (Stafford's variant 13). */
    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
