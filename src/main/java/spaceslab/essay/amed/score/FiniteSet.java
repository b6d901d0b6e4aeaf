package spaceslab.essay.amed.score;

import java.util.Arrays;
import spaceslab.learning.data.ImageSet;

/**
 * The ideal denoiser of finitely many points y: {@code D(x; t) = Σ p_i y_i}, {@code p = softmax(−|x
 * − y_i|²/(2t²))}. What a network would learn that fits its training set perfectly: it can only
 * memorise. 4 N d operations a row.
 */
public final class FiniteSet implements ScoreModel {
    private final Posterior posterior;

    /**
     * @param dimension d
     * @param points N rows of d numbers
     */
    public FiniteSet(int dimension, double[] points) {
        double[] weights = new double[points.length / dimension];
        Arrays.fill(weights, 1);
        this.posterior = new Posterior(dimension, points, weights);
    }

    /** The set of the images as points of [−1, 1]^d. */
    public static FiniteSet of(ImageSet images) {
        return new FiniteSet(images.pixels(), points(images));
    }

    /** Images as rows of numbers from −1 to 1. */
    public static double[] points(ImageSet images) {
        float[] pixels = new float[images.pixels()];
        double[] points = new double[images.size() * images.pixels()];
        for (int image = 0; image < images.size(); image++) {
            images.copyTo(image, pixels, 0);
            for (int i = 0; i < pixels.length; i++) {
                points[image * pixels.length + i] = pixels[i];
            }
        }
        return points;
    }

    @Override
    public int dimension() {
        return posterior.dimension();
    }

    /** N. */
    public int size() {
        return posterior.size();
    }

    @Override
    public void denoise(double[] x, double t, double[] denoised) {
        posterior.mean(x, t * t, denoised);
    }

    /** p of each row, rows of N numbers. */
    public double[] posterior(double[] x, double t) {
        return posterior.weights(x, t * t);
    }

    /** The point nearest to each row of x. */
    public int[] nearest(double[] x) {
        return posterior.likeliest(x);
    }

    @Override
    public ProbabilityFlow flow() {
        return new DormandPrinceFlow(this);
    }
}
