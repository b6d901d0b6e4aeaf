package spaceslab.essay.amed.score;

import spaceslab.experiment.StopSignal;

/** The curves that every sampler approximates: solutions of {@code dx/dt = (x − D(x; t))/t}. */
@FunctionalInterface
public interface ProbabilityFlow {
    /**
     * Where the curves through x at time {@code from} are at later stamps.
     *
     * @param x rows of d numbers
     * @param from T
     * @param stamps descending, at most {@code from}
     * @return for each stamp the rows
     */
    double[][] at(double[] x, double from, double[] stamps, StopSignal stop);

    /** The same flow with errors of about {@code tolerance}, where exactness costs time. */
    default ProbabilityFlow within(double tolerance) {
        return this;
    }

    /** Where the curves end. */
    default double[] end(double[] x, double from, double to, StopSignal stop) {
        return at(x, from, new double[] {to}, stop)[0];
    }
}
