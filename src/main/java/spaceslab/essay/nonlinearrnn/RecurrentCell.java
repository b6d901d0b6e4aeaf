package spaceslab.essay.nonlinearrnn;

/**
 * One step of a recurrent network, x_t = f(x_{t−1}, u_t; θ), with its full Jacobian ∂f/∂x and its
 * vector-Jacobian products. States and inputs are read and written at offsets in longer arrays. An
 * instance has scratch space and belongs to one thread; {@link #twin} makes others.
 */
public interface RecurrentCell {
    /** d, doubles in a state. */
    int stateSize();

    /** m, doubles in an input. */
    int inputSize();

    /** θ itself, flat: an optimiser writes into it. */
    double[] parameters();

    /** The same cell on the same θ, with scratch space of its own: for another thread. */
    RecurrentCell twin();

    /** next = f(state, input). */
    void step(double[] state, int s, double[] input, int i, double[] next, int n);

    /**
     * next = f(state, input) and its Jacobian.
     *
     * @param jacobian d × d, row-major, written at {@code j}: entry (a, b) is ∂next_a/∂state_b
     */
    void stepWithJacobian(
            double[] state,
            int s,
            double[] input,
            int i,
            double[] next,
            int n,
            double[] jacobian,
            int j);

    /**
     * next = f(state, input) + factor · J δ, one product of the Jacobian with a vector: what a step
     * of Newton's recurrence needs.
     *
     * @param delta δ, d doubles
     * @param scratch d × d doubles that may be used for the Jacobian
     */
    default void stepAlong(
            double[] state,
            int s,
            double[] input,
            int i,
            double[] delta,
            double factor,
            double[] next,
            int n,
            double[] scratch) {
        int d = stateSize();
        stepWithJacobian(state, s, input, i, next, n, scratch, 0);
        for (int k = 0; k < d; k++) {
            next[n + k] += factor * Products.row(scratch, k * d, delta, 0, d, 0);
        }
    }

    /**
     * Adds λᵀ∂f/∂θ, λᵀ∂f/∂x and λᵀ∂f/∂u to the three gradients.
     *
     * @param adjoint λ, d doubles at {@code a}
     * @param parameterGradient as long as θ
     * @param stateGradient d doubles at {@code sg}
     * @param inputGradient m doubles at {@code ig}
     */
    void pullBack(
            double[] state,
            int s,
            double[] input,
            int i,
            double[] adjoint,
            int a,
            double[] parameterGradient,
            double[] stateGradient,
            int sg,
            double[] inputGradient,
            int ig);

    /**
     * The essay's constant matrix A, d × d: what the Jacobian is at x = 0 with all inputs and
     * biases zero.
     */
    double[] constantMatrix();

    /** Multiplications of one {@link #step}. */
    long multiplicationsPerStep();

    /** Multiplications that the Jacobian needs beyond the step. */
    long multiplicationsPerJacobian();

    /** How many leading doubles of the state are confined to [−1, 1]. */
    int boundedStates();
}
