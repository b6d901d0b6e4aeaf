package spaceslab.essay.amed.score;

import java.util.Arrays;

/**
 * {@code Σ w_k N(m_k, s² I)}: with p the posterior weights {@code p_k ∝ w_k N(x; m_k, (s² + t²)
 * I)}, {@code D(x; t) = (t² Σ p_k m_k + s² x)/(s² + t²)}. 4 K d operations a row.
 */
public final class GaussianMixture implements ScoreModel {
    private final Posterior posterior;
    private final double variance;

    /**
     * @param means m, one array of d numbers a component
     * @param weights w, at least 0 with a positive sum
     * @param deviation s, above 0
     */
    public GaussianMixture(double[][] means, double[] weights, double deviation) {
        if (means.length == 0 || means.length != weights.length) {
            throw new IllegalArgumentException(
                    means.length + " means and " + weights.length + " weights");
        }
        if (!(deviation > 0)) {
            throw new IllegalArgumentException("deviation (" + deviation + ") must be positive");
        }
        int d = means[0].length;
        double[] centres = Arrays.stream(means).flatMapToDouble(Arrays::stream).toArray();
        this.posterior = new Posterior(d, centres, weights);
        this.variance = deviation * deviation;
    }

    /** With equal weights. */
    public static GaussianMixture even(double[][] means, double deviation) {
        double[] weights = new double[means.length];
        Arrays.fill(weights, 1);
        return new GaussianMixture(means, weights, deviation);
    }

    @Override
    public int dimension() {
        return posterior.dimension();
    }

    @Override
    public void denoise(double[] x, double t, double[] denoised) {
        double total = variance + t * t;
        posterior.mean(x, total, denoised);
        double towardsMean = t * t / total;
        double towardsX = variance / total;
        for (int i = 0; i < x.length; i++) {
            denoised[i] = towardsMean * denoised[i] + towardsX * x[i];
        }
    }

    /** p of each row, rows of K numbers. */
    public double[] posterior(double[] x, double t) {
        return posterior.weights(x, variance + t * t);
    }

    /** The mean nearest to each row of x, where weights are equal. */
    public int[] nearest(double[] x) {
        return posterior.likeliest(x);
    }

    /** K. */
    public int size() {
        return posterior.size();
    }

    /** log p_t(x) of each row. */
    public double[] logDensity(double[] x, double t) {
        return posterior.logDensity(x, variance + t * t);
    }

    @Override
    public ProbabilityFlow flow() {
        return new DormandPrinceFlow(this);
    }
}
