package spaceslab.essay.minimumsum;

/**
 * Runs the forward differences of a {@link RootPolynomial} and reports where its value is small.
 * The vector form is used where the JVM has the module {@code jdk.incubator.vector}; both report
 * the same candidates up to the number of lanes, and the search's answer is the same with either.
 */
interface DifferenceScan {
    /** How many candidates one step handles. */
    int lanes();

    /**
     * Makes {@code steps} steps of v₀ += v₁, v₁ += v₂, v₂ += v₃, v₃ += v₄ in every lane.
     *
     * @param differences 5 rows of {@link #lanes} start values
     * @param steps at most {@link RootPolynomial#MAX_STEPS}
     * @param threshold v₀ &lt; threshold is a hit (signed)
     * @param hits receives lane + lanes · step of each hit, by rising step; room for all candidates
     * @return number of hits
     */
    int scan(long[] differences, int steps, long threshold, int[] hits);

    /** The fastest form that this JVM has. */
    static DifferenceScan fastest() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? VectorDifferenceScan.create()
                : new ScalarDifferenceScan();
    }
}
