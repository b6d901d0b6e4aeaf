package spaceslab.essay.amed.solver;

/** The formula of a multistep method: one evaluation a step, earlier ones used again. */
public interface MultistepFormula {
    /** The highest order k: outputs used. */
    int order();

    /** Whether outputs are D (data) rather than v (noise, the direction). */
    boolean predictsData();

    /** Whether the order falls to 2 and 1 in the last two steps. */
    boolean lowersFinalOrder();

    /**
     * The step from {@code stamps[0]} to {@code to} that uses outputs at {@code stamps[0]} (the
     * newest), {@code stamps[1]}, ….
     *
     * @param stamps as many as the step's order
     */
    LinearStep step(double[] stamps, double to);

    /** The order of step n of N: it rises from 1, and at the end may fall. */
    default int orderAt(int n, int steps) {
        int rising = Math.min(order(), n + 1);
        return lowersFinalOrder() ? Math.min(rising, steps - n) : rising;
    }
}
