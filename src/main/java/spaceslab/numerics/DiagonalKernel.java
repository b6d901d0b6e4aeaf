package spaceslab.numerics;

/** The loop x_{t+1} = a_t ∘ x_t + b_t over some channels; every form gives the same bytes. */
interface DiagonalKernel {
    /**
     * Solves channels {@code first} … {@code end − 1} of steps {@code from} … {@code to − 1}.
     *
     * @param d channels in a row
     * @param a T × d factors
     * @param b T × d offsets
     * @param x (T + 1) × d states, row {@code from} is read
     */
    void solve(int d, int first, int end, int from, int to, double[] a, double[] b, double[] x);

    /** The fastest form that this JVM has. */
    static DiagonalKernel fastest() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? VectorDiagonalKernel.create()
                : new ScalarDiagonalKernel();
    }
}
