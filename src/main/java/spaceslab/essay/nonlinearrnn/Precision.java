package spaceslab.essay.nonlinearrnn;

/** What states, values of f and matrices are stored as; sums run in float64. */
enum Precision {
    FLOAT64,
    FLOAT32;

    /** Rounds {@code length} numbers from {@code offset} on, in place. */
    void store(double[] values, int offset, int length) {
        if (this == FLOAT32) {
            for (int i = offset; i < offset + length; i++) {
                values[i] = (float) values[i];
            }
        }
    }
}
