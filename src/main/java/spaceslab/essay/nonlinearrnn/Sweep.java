package spaceslab.essay.nonlinearrnn;

/**
 * One sweep of an iteration: the last trajectory in, the next one out, both (T + 1) × d with x_0 in
 * row 0. An instance belongs to one run, whose trajectories it is given in turn.
 */
interface Sweep {
    /** Writes rows 1 … T of {@code next}. */
    void sweep(double[] old, double[] next);
}
