package spaceslab.essay.amed.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
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
 * @param timeBound β of [1 − β, 1 + β], where α is searched, in turn with r; 0 leaves it at 1
 * @param thresholds whether D is cut by {@link DynamicThreshold} where the base predicts data
 */
public record AmedFit(
        MiddleStep base,
        List<Double> grid,
        int refinements,
        double scaleBound,
        double timeBound,
        boolean thresholds) {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** α that are tried in [1 − β, 1 + β]; odd, so that 1 is among them. */
    private static final int TIME_SCALES = 9;

    /** Searches of α, each followed by one of r. */
    private static final int TURNS = 2;

    public AmedFit {
        grid = List.copyOf(grid);
        if (grid.isEmpty()
                || !(grid.getFirst() > 0 && grid.getLast() < 1)
                || scaleBound < 0
                || !(timeBound >= 0 && timeBound < 1)) {
            throw new IllegalArgumentException(
                    "grid " + grid + " or bounds " + scaleBound + ", " + timeBound);
        }
    }

    /** With α = 1, without thresholding. */
    public AmedFit(MiddleStep base, List<Double> grid, int refinements, double scaleBound) {
        this(base, grid, refinements, scaleBound, 0, false);
    }

    /** r evenly from 0.02 to 0.98. */
    public static List<Double> even(int count) {
        List<Double> grid = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            grid.add(0.02 + 0.96 * i / (count - 1));
        }
        return grid;
    }

    /** Loss at one r and α with the best c; loss is the mean square over all coordinates. */
    public record Tried(double r, double c, double timeScale, double loss) {}

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
        double[] timeScales = new double[steps];
        Evaluations evaluations = new Evaluations(model, analyticalFirstStep, thresholds, stop);
        MiddleStep.Course course = base.begin(evaluations, steps);
        double[] state = x;
        for (int n = 0; n < steps; n++) {
            MiddleStep.Attempts attempts = course.at(state, stamps[n], stamps[n + 1]);
            FittedStep step = step(attempts, teacher[n + 1]);
            observer.fitted(n, step);
            middles[n] = step.best().r();
            scales[n] = step.best().c();
            timeScales[n] = step.best().timeScale();
            MiddleStep.Attempt taken = attempts.with(middles[n], timeScales[n]);
            taken.taken().run();
            state = taken.scaled(scales[n]);
        }
        return new Amed(base, middles, scales, timeScales);
    }

    private FittedStep step(MiddleStep.Attempts attempts, double[] target) {
        List<Tried> tried = new ArrayList<>();
        for (double r : grid) {
            tried.add(tried(attempts, r, 1, target));
        }
        Tried best = refined(tried, Tried::r, r -> tried(attempts, r, 1, target));
        for (int turn = 0; timeBound > 0 && turn < TURNS; turn++) {
            best = turn(best, attempts, target);
        }
        return new FittedStep(tried, best);
    }

    /** The best α for the r there is, then the best r for that α. */
    private Tried turn(Tried known, MiddleStep.Attempts attempts, double[] target) {
        List<Tried> scales = new ArrayList<>();
        for (int i = 0; i < TIME_SCALES; i++) {
            double timeScale = 1 + timeBound * (2.0 * i / (TIME_SCALES - 1) - 1);
            scales.add(tried(attempts, known.r(), timeScale, target));
        }
        Tried scaled =
                refined(
                        scales,
                        Tried::timeScale,
                        timeScale -> tried(attempts, known.r(), timeScale, target));
        Tried start = scaled.loss() < known.loss() ? scaled : known;
        double spacing = grid.size() > 1 ? grid.get(1) - grid.get(0) : 0;
        List<Tried> around = new ArrayList<>();
        for (double r : new double[] {start.r() - spacing, start.r(), start.r() + spacing}) {
            double within = Math.max(grid.getFirst(), Math.min(grid.getLast(), r));
            around.add(tried(attempts, within, start.timeScale(), target));
        }
        return refined(around, Tried::r, r -> tried(attempts, r, start.timeScale(), target));
    }

    /**
     * Golden-section search around the best of some tries, which are in ascending order; the best
     * of all that was tried.
     */
    private Tried refined(
            List<Tried> tries, ToDoubleFunction<Tried> where, DoubleFunction<Tried> at) {
        int index = 0;
        for (int i = 1; i < tries.size(); i++) {
            index = tries.get(i).loss() < tries.get(index).loss() ? i : index;
        }
        double a = where.applyAsDouble(tries.get(Math.max(0, index - 1)));
        double b = where.applyAsDouble(tries.get(Math.min(tries.size() - 1, index + 1)));
        Tried best = tries.get(index);
        for (int i = 0; i < refinements; i++) {
            double middle = where.applyAsDouble(best);
            double asked = middle - a > b - middle ? between(middle, a) : between(middle, b);
            Tried next = at.apply(asked);
            if (next.loss() < best.loss()) {
                if (asked < middle) {
                    b = middle;
                } else {
                    a = middle;
                }
                best = next;
            } else if (asked < middle) {
                a = asked;
            } else {
                b = asked;
            }
        }
        return best;
    }

    /** The golden section of the larger part. */
    private static double between(double inner, double edge) {
        return inner + (1 - GOLDEN) * (edge - inner);
    }

    private Tried tried(MiddleStep.Attempts attempts, double r, double timeScale, double[] target) {
        MiddleStep.Attempt attempt = attempts.with(r, timeScale);
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
        return new Tried(r, c, timeScale, Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss);
    }
}
