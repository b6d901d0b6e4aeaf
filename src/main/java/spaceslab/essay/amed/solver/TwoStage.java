package spaceslab.essay.amed.solver;

import java.util.function.DoubleBinaryOperator;

/**
 * Two evaluations a step: with d = v(x, a), a middle s between a and b and h = b − a,
 *
 * <pre>
 * y = x + (s − a) d,     x_b = x + h [β v(y, s) + (1 − β) d]
 * </pre>
 *
 * @param middle s of (a, b)
 * @param share β
 */
public record TwoStage(DoubleBinaryOperator middle, double share) implements Solver {
    /** Heun: s = b, β = 1/2. */
    public static TwoStage heun() {
        return new TwoStage((a, b) -> b, 0.5);
    }

    /** The midpoint rule: s = (a + b)/2, β = 1. */
    public static TwoStage midpoint() {
        return new TwoStage((a, b) -> (a + b) / 2, 1);
    }

    /**
     * DPM-Solver-2 (C. Lu et al., arXiv:2206.00927): s = b^r a^{1−r}, β = 1/(2r).
     *
     * @param r in (0, 1]; 1/2 is the usual, the geometric mean
     */
    public static TwoStage dpmSolver2(double r) {
        if (!(r > 0 && r <= 1)) {
            throw new IllegalArgumentException("r (" + r + ") must be in (0, 1]");
        }
        return new TwoStage((a, b) -> geometric(a, b, r), 1 / (2 * r));
    }

    /** b^r a^{1−r}. */
    static double geometric(double a, double b, double r) {
        return a * Math.exp(r * Math.log(b / a));
    }

    @Override
    public int evaluationsPerStep() {
        return 2;
    }

    @Override
    public Stepper begin(Evaluations model, double[] stamps) {
        return (n, x) -> {
            double a = stamps[n];
            double b = stamps[n + 1];
            double[] first = model.direction(x, a);
            double s = middle.applyAsDouble(a, b);
            double[] second = second(model, x, first, a, s, 1);
            for (int i = 0; i < x.length; i++) {
                x[i] += (b - a) * (share * second[i] + (1 - share) * first[i]);
            }
        };
    }

    /** v(x + (s − a) d, s), the model told α s. */
    static double[] second(
            Evaluations model, double[] x, double[] first, double a, double s, double timeScale) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] + (s - a) * first[i];
        }
        return model.direction(y, s, timeScale);
    }
}
