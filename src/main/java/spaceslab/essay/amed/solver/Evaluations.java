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
    private boolean analytical;
    private int count;

    /**
     * @param analyticalFirstStep whether the first evaluation is replaced
     */
    public Evaluations(ScoreModel model, boolean analyticalFirstStep, StopSignal stop) {
        this.model = model;
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
        return new Evaluations(model, false, stop);
    }

    /** Counts an evaluation whose answer a search knows already. */
    void charge() {
        count++;
    }

    /** D(x; t) of each row. */
    public double[] denoised(double[] x, double t) {
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
        double[] direction = denoised(x, t);
        for (int i = 0; i < x.length; i++) {
            direction[i] = (x[i] - direction[i]) / t;
        }
        return direction;
    }
}
