package spaceslab.essay.amed.solver;

/** AMED-Solver's own step: {@code y = x + (s − a) v(x, a)}, {@code e = x + h v(y, s)}, o = x. */
public record AmedBase() implements MiddleStep {
    @Override
    public Course begin(Evaluations model, int steps) {
        return (x, a, b) -> {
            double[] first = model.direction(x, a);
            return (r, timeScale) -> {
                double s = TwoStage.geometric(a, b, r);
                double[] end = TwoStage.second(model, x, first, a, s, timeScale);
                for (int i = 0; i < end.length; i++) {
                    end[i] = x[i] + (b - a) * end[i];
                }
                return new Attempt(x, end, () -> {});
            };
        };
    }
}
