package spaceslab.numerics.quantisation;

/**
 * The auxiliary loss of vector quantisation with its gradients, mean over B vectors: β·mean|e_k −
 * sg z|² + γ·mean|z − sg e_k|². It keeps z and e_k close, without which the straight-through
 * gradient dL/dz = dL/dz_q has no meaning; β > γ, since codes should follow the encoder rather than
 * hold it back. With β = γ = 1 both gradients are those of mean|e_k − z|².
 *
 * @param codebookWeight β, moves the codes
 * @param commitmentWeight γ, moves the encoder
 */
public record VectorQuantisationLoss(double codebookWeight, double commitmentWeight) {
    /** The loss: (β + γ)·mean|z − e_k|². */
    public double value(Codebook codebook, double[][] z, int[] assignment) {
        return (codebookWeight + commitmentWeight) * codebook.distortion(z, assignment);
    }

    /** dL/dz = upstream + 2γ(z − e_k)/B, B × D; {@code upstream} is dL/dz_q. */
    public double[][] gradientOfInputs(
            Codebook codebook, double[][] z, int[] assignment, double[][] upstream) {
        double[][] gradient = new double[z.length][codebook.dimension()];
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < gradient[i].length; j++) {
                gradient[i][j] =
                        upstream[i][j]
                                + 2
                                        * commitmentWeight
                                        * (z[i][j] - codebook.at(assignment[i], j))
                                        / z.length;
            }
        }
        return gradient;
    }

    /** dL/de_i = 2β Σ_{k(z)=i} (e_i − z)/B, K × D: zero for a code that nobody chose. */
    public double[][] gradientOfCodes(Codebook codebook, double[][] z, int[] assignment) {
        double[][] gradient = new double[codebook.size()][codebook.dimension()];
        for (int i = 0; i < z.length; i++) {
            int k = assignment[i];
            for (int j = 0; j < gradient[k].length; j++) {
                gradient[k][j] += 2 * codebookWeight * (codebook.at(k, j) - z[i][j]) / z.length;
            }
        }
        return gradient;
    }
}
