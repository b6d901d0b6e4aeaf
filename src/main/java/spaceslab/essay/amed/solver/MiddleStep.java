package spaceslab.essay.amed.solver;

/**
 * A base step from a to b whose middle {@code s = b^r a^{1−r}} is free, and whose last displacement
 * can be scaled: {@code x_b = o + c (e − o)}. The one thing that AMED learns, for the solver itself
 * and for the methods it is plugged into.
 */
public sealed interface MiddleStep permits AmedBase, DpmSolver2Base, MultistepBase {
    /** Begins a sampling of {@code steps} base steps. */
    Course begin(Evaluations model, int steps);

    /** One sampling under way. */
    interface Course {
        /** Evaluates the direction at (x, a) that every attempt of this step shares. */
        Attempts at(double[] x, double a, double b);
    }

    /** A step that is tried with several middles before one is taken. */
    @FunctionalInterface
    interface Attempts {
        /** The step with this middle, the model told the noise level α s there; one evaluation. */
        Attempt with(double r, double timeScale);
    }

    /**
     * A step with a middle of its own.
     *
     * @param origin o, where the scaled displacement begins
     * @param end e, where it ends with c = 1
     * @param taken told when this attempt is the one the sampling goes on with
     */
    record Attempt(double[] origin, double[] end, Runnable taken) {
        /** o + c (e − o). */
        public double[] scaled(double c) {
            double[] x = new double[end.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = origin[i] + c * (end[i] - origin[i]);
            }
            return x;
        }
    }
}
