package spaceslab.essay.minimumsum;

/**
 * The remainder c of the candidate p = p₀ + k without BigInteger: q is the least integer ≥ √D(k) of
 * p's parity, and 4c = q² − D(k). Not thread-safe.
 */
sealed interface CandidateResidual permits NarrowResidual, WideResidual {
    /** Stands for a remainder of 2⁶¹ or more: never part of an optimum. */
    long HUGE = Long.MAX_VALUE >> 1;

    /** c of candidate {@code k} ≥ 0, or {@link #HUGE}. */
    long remainder(long k);
}
