package spaceslab.numerics.quantisation;

/**
 * The essay's form: round((L − 1)·σ(z)) with the logistic σ. For odd L it equals the paper's form
 * at z/2 up to the factor 1 − 1/1000, since σ(z) = (1 + tanh(z/2))/2.
 *
 * @param levels L
 */
public record SigmoidQuantiser(int levels) implements ScalarQuantiser {
    public SigmoidQuantiser {
        ScalarQuantiser.check(levels);
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    @Override
    public double position(double z) {
        return (levels - 1) * sigmoid(z);
    }

    @Override
    public double slope(double z) {
        double s = sigmoid(z);
        return (levels - 1) * s * (1 - s);
    }

    @Override
    public double code(int digit) {
        return 2.0 * digit / (levels - 1) - 1;
    }

    @Override
    public double edge(int k) {
        double s = (k + 0.5) / (levels - 1);
        return Math.log(s) - Math.log1p(-s);
    }
}
