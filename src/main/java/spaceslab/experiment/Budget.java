package spaceslab.experiment;

/**
 * What a run may use; it is stopped in the loop when it does.
 *
 * @param seconds processor time, of all threads that compute for it
 * @param bytes heap and native memory
 */
public record Budget(double seconds, long bytes) {}
