package spaceslab.essay.amed.solver;

/**
 * AMED-Plugin on a multistep method: a step of the method from a to s, then one from s to b; both
 * evaluations enter the history, unscaled, and o is x at s.
 *
 * @param formula of the method
 */
public record MultistepBase(MultistepFormula formula) implements MiddleStep {
    @Override
    public Course begin(Evaluations model, int steps) {
        return new Sampling(model, steps);
    }

    private final class Sampling implements Course {
        private final Evaluations model;
        private final int steps;
        private History history = new History(formula.order());
        private int done;

        Sampling(Evaluations model, int steps) {
            this.model = model;
            this.steps = steps;
        }

        @Override
        public Attempts at(double[] x, double a, double b) {
            History shared = history.copy();
            shared.add(Multistep.output(formula, model, x, a, 1), a);
            int n = 2 * done;
            return (r, timeScale) -> {
                double s = TwoStage.geometric(a, b, r);
                double[] middle = x.clone();
                step(shared, n, s, middle);
                History mine = shared.copy();
                mine.add(Multistep.output(formula, model, middle, s, timeScale), s);
                double[] end = middle.clone();
                step(mine, n + 1, b, end);
                return new Attempt(middle, end, () -> take(mine));
            };
        }

        private void take(History taken) {
            history = taken;
            done++;
        }

        private void step(History outputs, int n, double to, double[] x) {
            int order = formula.orderAt(n, 2 * steps);
            formula.step(outputs.stamps(order), to).apply(x, outputs.outputs());
        }
    }
}
