package spaceslab.numerics;

/**
 * A sequence of affine maps x → M_t x + b_t, t = 0 … T − 1, held in primitive arrays: what an
 * associative scan works on. Composition is associative and not commutative.
 */
public sealed interface AffineMaps permits DenseMaps, DiagonalMaps, ComplexDiagonalMaps {
    /** T, how many maps. */
    int length();

    /** Doubles in one state (2 for each complex channel). */
    int width();

    /** Multiplications of one {@link #compose}. */
    long multiplicationsPerComposition();

    /** Multiplications of one {@link #solve} step. */
    long multiplicationsPerStep();

    /**
     * Replaces map {@code later} by "first map {@code earlier}, then map {@code later}": (M_l, b_l)
     * ← (M_l M_e, M_l b_e + b_l). Thread-safe for different {@code later} that nobody reads.
     */
    void compose(int earlier, int later);

    /** Copies the map composed of all of {@code from} … {@code to − 1} into a sequence of one. */
    AffineMaps summary(int from, int to);

    /**
     * Solves x_{t+1} = M_t x_t + b_t for t = {@code from} … {@code to − 1}.
     *
     * @param states (T + 1) × width; row {@code from} is read, rows after it are written
     */
    void solve(int from, int to, double[] states);

    /** Applies map {@code index} to a row of {@code states} and writes another row. */
    void apply(int index, double[] states, int fromRow, int toRow);
}
