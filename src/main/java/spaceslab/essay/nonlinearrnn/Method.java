package spaceslab.essay.nonlinearrnn;

/**
 * The choices of B_t in x_t = B_t x_{t−1} + f_t(old x_{t−1}) − B_t old x_{t−1}, where J_t is the
 * Jacobian at the old x_{t−1}.
 */
enum Method {
    /** B = 0: a map, no scan. */
    JACOBI,
    /** B = I: a prefix sum. */
    PICARD,
    /** B = A, the essay's iteration. */
    FIXED_A,
    /** B = A in the eigenbasis of A, where it is a complex diagonal. */
    DIAGONALISED,
    /** As diagonalised, but with another diagonal: the fixed point does not mind. */
    DECOUPLED,
    /** B_t = J_t(0): the essay's expansion around u_t; it does not change from sweep to sweep. */
    EXPAND_INPUT,
    /** B_t = J_t: DEER. */
    NEWTON,
    /** B_t = the diagonal of J_t. */
    QUASI,
    /** B_t = (1 − k) J_t. */
    SCALE_ELK,
    /** J_t inside a trust region, as a Kalman filter. */
    ELK,
    /** The same with the diagonal of J_t: a scalar filter for each channel. */
    QUASI_ELK;

    /** Whether B_t is a multiple of J_t computed at every sweep. */
    boolean usesJacobian() {
        return switch (this) {
            case NEWTON, QUASI, SCALE_ELK, ELK, QUASI_ELK -> true;
            case JACOBI, PICARD, FIXED_A, DIAGONALISED, DECOUPLED, EXPAND_INPUT -> false;
        };
    }

    /** Whether every iterate is a linear recurrence, so that n sweeps make n states exact. */
    boolean terminates() {
        return this != ELK && this != QUASI_ELK;
    }
}
