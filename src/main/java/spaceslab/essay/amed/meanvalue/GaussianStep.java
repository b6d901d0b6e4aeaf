package spaceslab.essay.amed.meanvalue;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import spaceslab.essay.amed.score.Gaussian;
import spaceslab.essay.amed.solver.Amed;
import spaceslab.essay.amed.solver.Sampler;
import spaceslab.essay.amed.solver.Solver;
import spaceslab.experiment.StopSignal;

/**
 * One step from a to b along one axis of a centred Gaussian of variance λ, begun at x = a. Every
 * method multiplies x by a factor, so what holds here holds for all x.
 *
 * @param variance λ, above 0
 * @param from a
 * @param to b, above 0 and below a
 */
record GaussianStep(double variance, double from, double to) {
    private static final double EDGE = 1e-6;
    private static final double PRECISION = 1e-14;

    /** Where the exact curve is at b: {@code a √((λ + b²)/(λ + a²))}. */
    double exact() {
        return from * Math.sqrt((variance + to * to) / (variance + from * from));
    }

    /** How far a solver's step ends from the exact point, in units of the starting x. */
    double error(Solver solver) {
        return Math.abs(end(solver) - exact()) / from;
    }

    /** The error of AMED's step with c = 1, as a function of r. */
    double error(double r) {
        return error(Amed.fixed(1, r, 1));
    }

    private double end(Solver solver) {
        Gaussian model = new Gaussian(new double[1], new double[] {variance});
        return new Sampler(solver, new double[] {from, to}, false)
                .run(model, new double[] {from}, StopSignal.never())
                .end()[0];
    }

    /**
     * The noise level s between b and a at which the velocity along the exact curve is its mean
     * over the step. With {@code m = (√(λ + a²) − √(λ + b²))/(a − b)} the velocity {@code s/√(λ +
     * s²)} is m at {@code s = √λ m/√(1 − m²)}.
     */
    double meanValuePoint() {
        double high = Math.sqrt(variance + from * from);
        double low = Math.sqrt(variance + to * to);
        double mean = (from + to) / (high + low);
        // 1 − m² = (h + l − a − b)(h + l + a + b)/(h + l)², with h − a = λ/(h + a) for its small
        // factor.
        double left = variance / (high + from) + variance / (low + to);
        double cosine = Math.sqrt(left * (high + low + from + to)) / (high + low);
        return Math.sqrt(variance) * mean / cosine;
    }

    /** r of a noise level between b and a: {@code s = b^r a^{1−r}}. */
    double r(double s) {
        return Math.log(from / s) / Math.log(from / to);
    }

    /** The r with which AMED's step, whose middle is predicted by Euler, ends exactly. */
    OptionalDouble amedRoot() {
        DoubleUnaryOperator off = r -> end(Amed.fixed(1, r, 1)) - exact();
        double left = off.applyAsDouble(EDGE);
        double right = off.applyAsDouble(1 - EDGE);
        if (left * right > 0) {
            return OptionalDouble.empty();
        }
        double root =
                new BrentSolver(PRECISION, PRECISION, 0)
                        .solve(200, off::applyAsDouble, EDGE, 1 - EDGE);
        return OptionalDouble.of(root);
    }
}
