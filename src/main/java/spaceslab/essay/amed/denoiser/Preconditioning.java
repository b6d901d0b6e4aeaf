package spaceslab.essay.amed.denoiser;

/**
 * What EDM wraps around a network F, so that it reads and writes numbers of unit variance at every
 * noise level σ (T. Karras et al., arXiv:2206.00364, table 1 and appendix B.6):
 *
 * <pre>
 * D(x; σ) = c_skip x + c_out F(c_in x, c_noise)
 * c_skip = σ_d²/(σ² + σ_d²)     c_out = σ σ_d/√(σ² + σ_d²)
 * c_in = 1/√(σ² + σ_d²)         c_noise = ln σ/4
 * </pre>
 *
 * At high σ the network predicts the data, at low σ the noise. The loss weight λ = 1/c_out² makes
 * its errors count the same at all σ.
 *
 * @param dataDeviation σ_d, standard deviation of a coordinate of the data, above 0
 */
public record Preconditioning(double dataDeviation) {
    public Preconditioning {
        if (!(dataDeviation > 0 && dataDeviation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("σ_d (" + dataDeviation + ") must be positive");
        }
    }

    private double total(double sigma) {
        return sigma * sigma + dataDeviation * dataDeviation;
    }

    /** c_skip. */
    public double skip(double sigma) {
        return dataDeviation * dataDeviation / total(sigma);
    }

    /** c_out. */
    public double out(double sigma) {
        return sigma * dataDeviation / Math.sqrt(total(sigma));
    }

    /** c_in. */
    public double in(double sigma) {
        return 1 / Math.sqrt(total(sigma));
    }

    /** c_noise. */
    public double noise(double sigma) {
        return Math.log(sigma) / 4;
    }

    /** λ = (σ² + σ_d²)/(σ σ_d)². */
    public double weight(double sigma) {
        return total(sigma) / (sigma * sigma * dataDeviation * dataDeviation);
    }
}
