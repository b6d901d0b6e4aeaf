package spaceslab.essay.amed.score;

/**
 * A distribution of data x_0 with its ideal denoiser {@code D(x; t) = E[x_0 | x_0 + t n = x]}, n
 * standard normal: the quantity a trained diffusion model approximates, and with it the score
 * {@code ∇ log p_t(x) = (D(x; t) − x)/t²} and the probability flow {@code dx/dt = (x − D(x; t))/t}
 * (T. Karras et al., arXiv:2206.00364). Immutable and thread-safe.
 */
public interface ScoreModel {
    /** d, coordinates of a sample. */
    int dimension();

    /**
     * Writes D(x; t) of each row.
     *
     * @param x rows of d numbers
     * @param t noise level, above 0
     * @param denoised takes as many numbers; not x itself
     */
    void denoise(double[] x, double t, double[] denoised);

    /** The exact (or near-exact) solution of the probability flow. */
    ProbabilityFlow flow();
}
