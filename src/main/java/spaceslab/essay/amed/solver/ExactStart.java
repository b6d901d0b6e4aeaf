package spaceslab.essay.amed.solver;

/**
 * A solver whose first steps end on the exact curve, so that a multistep method's history is
 * accurate when it reaches its full order: Euler's first step alone has an error of O(h²), which no
 * later step repairs.
 *
 * @param solver that begins so
 * @param steps that end on the curve
 * @param exact the batch at every stamp
 */
public record ExactStart(Solver solver, int steps, double[][] exact) implements Solver {
    public ExactStart {
        exact = exact.clone();
    }

    @Override
    public int evaluationsPerStep() {
        return solver.evaluationsPerStep();
    }

    @Override
    public Stepper begin(Evaluations model, double[] stamps) {
        Stepper inner = solver.begin(model, stamps);
        return (n, x) -> {
            inner.step(n, x);
            if (n < steps) {
                System.arraycopy(exact[n + 1], 0, x, 0, x.length);
            }
        };
    }
}
