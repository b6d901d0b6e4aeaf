package spaceslab.experiment;

/**
 * An estimate made before a run starts.
 *
 * @param seconds wall time on the reference machine
 * @param bytes peak of heap and native memory
 */
public record Cost(double seconds, long bytes) {
    public Cost {
        if (!(seconds >= 0) || bytes < 0) {
            throw new IllegalArgumentException(
                    "cost must not be negative: " + seconds + " s, " + bytes + " B");
        }
    }

    /** Negligible time and a few megabytes. */
    public static Cost small() {
        return new Cost(0.05, 8_000_000);
    }
}
