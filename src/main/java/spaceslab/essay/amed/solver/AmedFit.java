package spaceslab.essay.amed.solver;

import java.util.ArrayList;
import java.util.List;
import spaceslab.essay.amed.score.ScoreModel;
import spaceslab.experiment.StopSignal;

/**
 * Fits r_n and c_n step by step: in each step r by search, c for each r by least squares towards
 * the teacher's point at the step's end, {@code c = ⟨e − o, y − o⟩/|e − o|²} cut to [1 − δ, 1 + δ];
 * the student goes on from its own point, as in the published training. The best of a step need not
 * be the best for the end.
 *
 * @param base the step whose middle is fitted
 * @param grid r that are tried, ascending
 * @param refinements golden-section evaluations around the best of them; 0 for the grid alone
 * @param scaleBound δ; 0 leaves c at 1
 */
public record AmedFit(MiddleStep base, List<Double> grid, int refinements, double scaleBound) {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    public AmedFit {
        grid = List.copyOf(grid);
        if (grid.isEmpty() || !(grid.getFirst() > 0 && grid.getLast() < 1) || scaleBound < 0) {
            throw new IllegalArgumentException("grid " + grid + " or bound " + scaleBound);
        }
    }

    /** r evenly from 0.02 to 0.98. */
    public static List<Double> even(int count) {
        List<Double> grid = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            grid.add(0.02 + 0.96 * i / (count - 1));
        }
        return grid;
    }

    /** Loss at one r with its best c; loss is the mean square over all coordinates. */
    public record Tried(double r, double c, double loss) {}

    /** A step's fit: all that was tried on the grid, and the best. */
    public record FittedStep(List<Tried> grid, Tried best) {
        public FittedStep {
            grid = List.copyOf(grid);
        }
    }

    /** Told of each step as soon as it is fitted. */
    @FunctionalInterface
    public interface Observer {
        void fitted(int n, FittedStep step);
    }

    /**
     * Fits.
     *
     * @param x batch at T
     * @param teacher the batch at every stamp: where the student should be
     */
    public Amed fit(
            ScoreModel model,
            double[] x,
            double[][] teacher,
            double[] stamps,
            boolean analyticalFirstStep,
            Observer observer,
            StopSignal stop) {
        int steps = stamps.length - 1;
        double[] middles = new double[steps];
        double[] scales = new double[steps];
        Evaluations evaluations = new Evaluations(model, analyticalFirstStep, stop);
        MiddleStep.Course course = base.begin(evaluations, steps);
        double[] state = x;
        for (int n = 0; n < steps; n++) {
            MiddleStep.Attempts attempts = course.at(state, stamps[n], stamps[n + 1]);
            FittedStep step = step(attempts, teacher[n + 1]);
            observer.fitted(n, step);
            middles[n] = step.best().r();
            scales[n] = step.best().c();
            MiddleStep.Attempt taken = attempts.with(middles[n]);
            taken.taken().run();
            state = taken.scaled(scales[n]);
        }
        return new Amed(base, middles, scales);
    }

    private FittedStep step(MiddleStep.Attempts attempts, double[] target) {
        List<Tried> tried = new ArrayList<>();
        int best = 0;
        for (double r : grid) {
            tried.add(tried(attempts, r, target));
            if (tried.getLast().loss() < tried.get(best).loss()) {
                best = tried.size() - 1;
            }
        }
        double low = grid.get(Math.max(0, best - 1));
        double high = grid.get(Math.min(grid.size() - 1, best + 1));
        return new FittedStep(tried, refined(attempts, target, low, high, tried.get(best)));
    }

    /**
     * Golden-section search of [low, high], which holds a minimum; the best of all that was tried.
     */
    private Tried refined(
            MiddleStep.Attempts attempts, double[] target, double low, double high, Tried known) {
        double a = low;
        double b = high;
        Tried best = known;
        for (int i = 0; i < refinements; i++) {
            double r = best.r() - a > b - best.r() ? between(best.r(), a) : between(best.r(), b);
            Tried next = tried(attempts, r, target);
            if (next.loss() < best.loss()) {
                if (r < best.r()) {
                    b = best.r();
                } else {
                    a = best.r();
                }
                best = next;
            } else if (r < best.r()) {
                a = r;
            } else {
                b = r;
            }
        }
        return best;
    }

    /** The golden section of the larger part. */
    private static double between(double inner, double edge) {
        return inner + (1 - GOLDEN) * (edge - inner);
    }

    private Tried tried(MiddleStep.Attempts attempts, double r, double[] target) {
        MiddleStep.Attempt attempt = attempts.with(r);
        double[] origin = attempt.origin();
        double[] end = attempt.end();
        double along = 0;
        double square = 0;
        for (int i = 0; i < target.length; i++) {
            double step = end[i] - origin[i];
            along += step * (target[i] - origin[i]);
            square += step * step;
        }
        double c = Math.max(1 - scaleBound, Math.min(1 + scaleBound, along / square));
        if (Double.isNaN(c)) {
            c = 1;
        }
        double loss = 0;
        for (int i = 0; i < target.length; i++) {
            double away = target[i] - origin[i] - c * (end[i] - origin[i]);
            loss += away * away;
        }
        loss /= target.length;
        return new Tried(r, c, Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss);
    }
}
