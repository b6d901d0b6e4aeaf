package spaceslab.essay.amed.solver;

import spaceslab.essay.amed.score.ScoreModel;
import spaceslab.experiment.StopSignal;

/**
 * Runs a solver along its stamps.
 *
 * @param analyticalFirstStep AFS
 * @param thresholds whether D is cut by {@link DynamicThreshold} where the solver predicts data
 */
public record Sampler(
        Solver solver, double[] stamps, boolean analyticalFirstStep, boolean thresholds) {
    public Sampler {
        stamps = stamps.clone();
    }

    /** Without thresholding. */
    public Sampler(Solver solver, double[] stamps, boolean analyticalFirstStep) {
        this(solver, stamps, analyticalFirstStep, false);
    }

    /**
     * What a sampling gave.
     *
     * @param points the batch at every stamp, the given one first
     * @param evaluations NFE, counted by the model
     */
    public record Trajectory(double[][] points, int evaluations) {
        /** The batch at t_min. */
        public double[] end() {
            return points[points.length - 1];
        }
    }

    /**
     * Samples.
     *
     * @param x rows at T; not changed
     */
    public Trajectory run(ScoreModel model, double[] x, StopSignal stop) {
        Evaluations evaluations = new Evaluations(model, analyticalFirstStep, thresholds, stop);
        Solver.Stepper stepper = solver.begin(evaluations, stamps);
        double[][] points = new double[stamps.length][];
        double[] state = x.clone();
        points[0] = x.clone();
        for (int n = 0; n + 1 < stamps.length; n++) {
            stepper.step(n, state);
            points[n + 1] = state.clone();
        }
        return new Trajectory(points, evaluations.count());
    }
}
