package spaceslab.essay.amed.meanvalue;

import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import spaceslab.essay.amed.score.Gaussian;
import spaceslab.essay.amed.solver.Amed;
import spaceslab.essay.amed.solver.Sampler;
import spaceslab.essay.amed.solver.Solver;
import spaceslab.essay.amed.solver.Solvers;
import spaceslab.essay.amed.solver.TwoStage;
import spaceslab.experiment.StopSignal;

/**
 * One step of a solver from a to b on an uncorrelated Gaussian, against the exact flow. The solvers
 * are linear in x here, so that a single point with {@code x_i = √(λ_i + a²)} gives the root of the
 * expected square over {@code x ~ N(0, λ + a²)}; errors are relative to the point's length.
 */
final class OneStep {
    private final Gaussian model;
    private final double[] start;
    private final double[] target;
    private final double from;
    private final double to;
    private final StopSignal stop;

    OneStep(Gaussian model, double[] variances, double from, double to, StopSignal stop) {
        this.model = model;
        this.from = from;
        this.to = to;
        this.stop = stop;
        start = new double[variances.length];
        for (int i = 0; i < start.length; i++) {
            start[i] = Math.sqrt(variances[i] + from * from);
        }
        target = model.flow().end(start, from, to, stop);
    }

    /**
     * What AMED-Solver reaches with one r.
     *
     * @param exponent r
     * @param error with c = 1
     * @param scale the best c
     * @param scaledError with it
     */
    record Attempt(double exponent, double error, double scale, double scaledError) {}

    double from() {
        return from;
    }

    double to() {
        return to;
    }

    Attempt amed(double r) {
        double[] end = end(Amed.fixed(1, r, 1));
        double along = 0;
        double square = 0;
        for (int i = 0; i < end.length; i++) {
            double moved = end[i] - start[i];
            along += moved * (target[i] - start[i]);
            square += moved * moved;
        }
        double scale = along / square;
        double[] scaled = new double[end.length];
        for (int i = 0; i < end.length; i++) {
            scaled[i] = start[i] + scale * (end[i] - start[i]);
        }
        return new Attempt(r, error(end), scale, error(scaled));
    }

    /** The least error with c = 1: between the neighbours of the grid's best, by Brent's method. */
    Attempt best(double[] grid, double[] errors) {
        int least = 0;
        for (int i = 1; i < grid.length; i++) {
            least = errors[i] < errors[least] ? i : least;
        }
        double found =
                new BrentOptimizer(1e-12, 1e-14)
                        .optimize(
                                new MaxEval(200),
                                GoalType.MINIMIZE,
                                new UnivariateObjectiveFunction(r -> amed(r).error()),
                                new SearchInterval(
                                        grid[Math.max(least - 1, 0)],
                                        grid[Math.min(least + 1, grid.length - 1)],
                                        grid[least]))
                        .getPoint();
        return amed(found);
    }

    double euler() {
        return error(end(Solvers.euler()));
    }

    double heun() {
        return error(end(TwoStage.heun()));
    }

    double dpmSolver2() {
        return error(end(TwoStage.dpmSolver2(0.5)));
    }

    private double[] end(Solver solver) {
        return new Sampler(solver, new double[] {from, to}, false).run(model, start, stop).end();
    }

    private double error(double[] end) {
        double square = 0;
        double length = 0;
        for (int i = 0; i < end.length; i++) {
            square += (end[i] - target[i]) * (end[i] - target[i]);
            length += start[i] * start[i];
        }
        return Math.sqrt(square / length);
    }
}
