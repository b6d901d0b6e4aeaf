package spaceslab.essay.nonlinearrnn;

/** When a run of sweeps has converged, with a tolerance ε. */
enum StoppingRule {
    /** max |x_t − f(x_{t−1})| ≤ ε: zero at the true trajectory only. */
    RESIDUAL,
    /** max |new − old| ≤ ε: DEER's paper and ELK's code. */
    STEP,
    /** |new − old| ≤ ε + 100 ε |new| in every entry: DEER's code. */
    MIXED,
    /** max |x_t − truth| ≤ ε: what only a laboratory can know. */
    ERROR;

    static final double RELATIVE = 100;

    /** Whether MIXED holds. */
    static boolean mixed(double[] old, double[] next, double tolerance) {
        for (int i = 0; i < next.length; i++) {
            double allowed = tolerance + RELATIVE * tolerance * Math.abs(next[i]);
            if (!(Math.abs(next[i] - old[i]) <= allowed)) {
                return false;
            }
        }
        return true;
    }
}
