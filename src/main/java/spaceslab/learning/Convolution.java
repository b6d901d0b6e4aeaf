package spaceslab.learning;

/**
 * Square kernels over images [batch, in, rows, columns] to [batch, out, …]; zeros outside. With
 * {@code padding = kernel / 2} and stride 1 the image keeps its size. Weights and shift start
 * uniform in ±1/√(in · kernel²).
 *
 * <p>In single precision the kernels are filled up with zeros to a multiple of 16 outputs, and the
 * surplus is cut off: libtorch's vector code (oneDNN of 2.7.1, AVX-512, stride 1) returns a wrong
 * gradient of the input, or NaN, for any other number of outputs. It costs little, since that code
 * computes in blocks of 16 anyway.
 */
public final class Convolution implements Layer {
    private static final int BLOCK = 16;

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
        long out = kernel.size(0);
        long surplus = x.precision() == Precision.FLOAT32 ? (BLOCK - out % BLOCK) % BLOCK : 0;
        if (surplus == 0) {
            return x.convolve(kernel, bias, stride, padding);
        }
        Tensor none =
                Tensor.zeros(
                        Precision.FLOAT32, surplus, kernel.size(1), kernel.size(2), kernel.size(3));
        Tensor full = Tensor.concat(0, kernel, none);
        Tensor fullBias = Tensor.concat(0, bias, Tensor.zeros(Precision.FLOAT32, surplus));
        return x.convolve(full, fullBias, stride, padding).slice(1, 0, out);
    }
}
