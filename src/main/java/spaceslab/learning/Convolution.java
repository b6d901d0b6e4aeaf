package spaceslab.learning;

/**
 * Square kernels over images [batch, in, rows, columns] to [batch, out, …]; zeros outside. With
 * {@code padding = kernel / 2} and stride 1 the image keeps its size. Weights and shift start
 * uniform in ±1/√(in · kernel²).
 */
public final class Convolution implements Layer {
    private final Tensor kernel;
    private final Tensor bias;
    private final int stride;
    private final int padding;

    public Convolution(Weights weights, int in, int out, int size, int stride, int padding) {
        double bound = 1 / Math.sqrt((double) in * size * size);
        kernel = weights.uniform("kernel", bound, out, in, size, size);
        bias = weights.uniform("bias", bound, out);
        this.stride = stride;
        this.padding = padding;
    }

    @Override
    public Tensor apply(Tensor x) {
        return x.convolve(kernel, bias, stride, padding);
    }
}
