package spaceslab.essay.amed.solver;

/** A multistep method: NFE = N. */
public record Multistep(MultistepFormula formula) implements Solver {
    @Override
    public int evaluationsPerStep() {
        return 1;
    }

    @Override
    public Stepper begin(Evaluations model, double[] stamps) {
        History history = new History(formula.order());
        int steps = stamps.length - 1;
        return (n, x) -> {
            history.add(output(formula, model, x, stamps[n], 1), stamps[n]);
            int order = formula.orderAt(n, steps);
            formula.step(history.stamps(order), stamps[n + 1]).apply(x, history.outputs());
        };
    }

    /** D or v, as the formula wants it, the model told α t. */
    static double[] output(
            MultistepFormula formula, Evaluations model, double[] x, double t, double timeScale) {
        return formula.predictsData()
                ? model.denoised(x, t, timeScale)
                : model.direction(x, t, timeScale);
    }
}
