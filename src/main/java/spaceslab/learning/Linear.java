package spaceslab.learning;

/**
 * y = x Wᵀ + b: [..., in] to [..., out]. Weights and shift start uniform in ±1/√in, so that the
 * variance of y is a third of that of x.
 */
public final class Linear implements Layer {
    private final Tensor weight;
    private final Tensor bias;

    public Linear(Weights weights, int in, int out) {
        double bound = 1 / Math.sqrt(in);
        weight = weights.uniform("weight", bound, out, in);
        bias = weights.uniform("bias", bound, out);
    }

    /** The matrix [out, in]. */
    public Tensor weight() {
        return weight;
    }

    @Override
    public Tensor apply(Tensor x) {
        return x.affine(weight, bias);
    }
}
