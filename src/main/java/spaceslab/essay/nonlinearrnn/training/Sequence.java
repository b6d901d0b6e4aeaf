package spaceslab.essay.nonlinearrnn.training;

/**
 * One example: inputs at every step and targets at some. The arrays are shared, not copied: treat
 * as read-only.
 *
 * @param index within its data set, by which a warm start finds the last trajectory
 * @param inputs length × inputs, row-major
 * @param at the steps (from 0, ascending) whose output counts
 * @param targets one for each of {@code at}: a value, or a class from 0
 */
public record Sequence(int index, double[] inputs, int[] at, double[] targets) {}
