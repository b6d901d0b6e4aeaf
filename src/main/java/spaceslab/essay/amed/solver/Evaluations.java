package spaceslab.essay.amed.solver;

import spaceslab.essay.amed.score.ScoreModel;
import spaceslab.experiment.StopSignal;

/**
 * A score model that counts how often it is asked: the NFE of a sampling. With the analytical first
 * step (AFS) the first question is not asked but answered by {@code v = x/√(1 + T²)}, which differs
 * from the true direction by O(1/T).
 */
public final class Evaluations {
    private final ScoreModel model;
    private final StopSignal stop;
    private final boolean thresholds;
    private boolean analytical;
    private int count;

    /**
     * @param analyticalFirstStep whether the first evaluation is replaced
     */
    public Evaluations(ScoreModel model, boolean analyticalFirstStep, StopSignal stop) {
        this(model, analyticalFirstStep, false, stop);
    }

    /**
     * @param thresholds whether D is cut by {@link DynamicThreshold} for solvers that predict data
     */
    Evaluations(
            ScoreModel model, boolean analyticalFirstStep, boolean thresholds, StopSignal stop) {
        this.model = model;
        this.thresholds = thresholds;
        this.analytical = analyticalFirstStep;
        this.stop = stop;
    }

    /** NFE so far. */
    public int count() {
        return count;
    }

    public int dimension() {
        return model.dimension();
    }

    /** The same model without counting, for searches that no sampler makes. */
    Evaluations uncounted() {
        return new Evaluations(model, false, thresholds, stop);
    }

    /** Counts an evaluation whose answer a search knows already. */
    void charge() {
        count++;
    }

    /** D(x; t) of each row, for solvers that predict data. */
    public double[] denoised(double[] x, double t) {
        return denoised(x, t, 1);
    }

    /** D(x; α t) of each row. */
    double[] denoised(double[] x, double t, double timeScale) {
        double[] denoised = answer(x, timeScale * t);
        if (thresholds) {
            DynamicThreshold.apply(denoised, model.dimension());
        }
        return denoised;
    }

    private double[] answer(double[] x, double t) {
        stop.check();
        double[] denoised = new double[x.length];
        if (analytical) {
            analytical = false;
            double factor = 1 - t / Math.sqrt(1 + t * t);
            for (int i = 0; i < x.length; i++) {
                denoised[i] = factor * x[i];
            }
            return denoised;
        }
        count++;
        model.denoise(x, t, denoised);
        return denoised;
    }

    /** v(x; t) = (x − D(x; t))/t of each row. */
    public double[] direction(double[] x, double t) {
        return direction(x, t, 1);
    }

    /** (x − D(x; α t))/t of each row: the model is told another noise level than the step's. */
    double[] direction(double[] x, double t, double timeScale) {
        double[] direction = answer(x, timeScale * t);
        for (int i = 0; i < x.length; i++) {
            direction[i] = (x[i] - direction[i]) / t;
        }
        return direction;
    }
}
