package spaceslab.essay.amed.solver;

/** AMED-Plugin on DPM-Solver-2: the step of {@link TwoStage#dpmSolver2} with a learned r, o = x. */
public record DpmSolver2Base() implements MiddleStep {
    @Override
    public Course begin(Evaluations model, int steps) {
        return (x, a, b) -> {
            double[] first = model.direction(x, a);
            return (r, timeScale) -> {
                double s = TwoStage.geometric(a, b, r);
                double[] end = TwoStage.second(model, x, first, a, s, timeScale);
                double share = 1 / (2 * r);
                for (int i = 0; i < end.length; i++) {
                    end[i] = x[i] + (b - a) * (share * end[i] + (1 - share) * first[i]);
                }
                return new Attempt(x, end, () -> {});
            };
        };
    }
}
