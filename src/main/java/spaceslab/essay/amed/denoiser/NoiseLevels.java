package spaceslab.essay.amed.denoiser;

import spaceslab.numerics.RandomStream;

/**
 * Which noise levels a denoiser is trained on: ln σ normal.
 *
 * @param mean of ln σ; EDM has −1.2
 * @param deviation of ln σ; EDM has 1.2
 */
public record NoiseLevels(double mean, double deviation) {
    /** Draws σ for each example of a batch. */
    double[] draw(int count, RandomStream random) {
        double[] sigmas = new double[count];
        for (int i = 0; i < count; i++) {
            sigmas[i] = Math.exp(mean + deviation * random.nextGaussian());
        }
        return sigmas;
    }
}
