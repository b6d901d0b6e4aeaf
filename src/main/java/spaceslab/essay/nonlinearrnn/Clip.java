package spaceslab.essay.nonlinearrnn;

/** What is done to an iterate before the next sweep reads it. */
enum Clip {
    /** Nothing. */
    OFF,
    /** DEER's guard: NaN to 0, and into ±1e8. */
    WIDE,
    /** NaN to 0, and into [−1, 1], which a tanh or GRU state cannot leave anyway. */
    UNIT;

    private static final double WIDE_BOUND = 1e8;

    /** Clips rows 1 … T; returns the first row that changed, or T + 1. */
    int apply(double[] states, int d, int bounded) {
        int rows = states.length / d;
        if (this == OFF) {
            return rows;
        }
        int first = rows;
        for (int t = 1; t < rows; t++) {
            for (int k = 0; k < d; k++) {
                double bound = this == UNIT && k < bounded ? 1 : WIDE_BOUND;
                double x = states[t * d + k];
                double clipped = Double.isNaN(x) ? 0 : Math.clamp(x, -bound, bound);
                if (clipped != x) {
                    states[t * d + k] = clipped;
                    first = Math.min(first, t);
                }
            }
        }
        return first;
    }
}
