package spaceslab.experiment;

/**
 * What a run may use: refused beforehand when its {@link Cost} exceeds it, stopped in the loop when
 * the run does.
 *
 * @param seconds wall time on the compute pool
 * @param bytes heap and native memory
 */
public record Budget(double seconds, long bytes) {
    /** Whether the estimate fits. */
    public boolean allows(Cost cost) {
        return cost.seconds() <= seconds && cost.bytes() <= bytes;
    }
}
