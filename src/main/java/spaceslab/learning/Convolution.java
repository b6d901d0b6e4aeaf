package spaceslab.learning;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Square kernels over images [batch, in, rows, columns] to [batch, out, …]; zeros outside. With
 * {@code padding = kernel / 2} and stride 1 the image keeps its size. Weights and shift start
 * uniform in ±1/√(in · kernel²).
 *
 * <p>The images are laid out with the channels last in memory. For the usual layout libtorch's
 * vector code (oneDNN of 2.7.1, float32, AVX-512, stride 1) returns a wrong gradient of the input,
 * or NaN, where {@code out} is not a multiple of 16; with the channels last it is right, and a
 * training step takes little more than half the time.
 */
public final class Convolution implements Layer {
    private record Geometry(int stride, int padding) {
        Script script() {
            return new Script(
                    "torch.conv2d(torch.contiguous(x, memory_format=2), kernel, bias, [%d, %d], [%d, %d])"
                            .formatted(stride, stride, padding, padding),
                    "x",
                    "kernel",
                    "bias");
        }
    }

    /** A handful of geometries in the life of a process, whoever uses them. */
    private static final Map<Geometry, Script> SCRIPTS = new ConcurrentHashMap<>();

    private final Tensor kernel;
    private final Tensor bias;
    private final Script script;

    public Convolution(Weights weights, int in, int out, int size, int stride, int padding) {
        if (stride < 1 || padding < 0 || padding >= size) {
            throw new IllegalArgumentException(
                    "stride (%d) must be at least 1, padding (%d) between 0 and %d"
                            .formatted(stride, padding, size - 1));
        }
        double bound = 1 / Math.sqrt((double) in * size * size);
        kernel = weights.uniform("kernel", bound, out, in, size, size);
        bias = weights.uniform("bias", bound, out);
        script = SCRIPTS.computeIfAbsent(new Geometry(stride, padding), Geometry::script);
    }

    @Override
    public Tensor apply(Tensor x) {
        return script.call(x, kernel, bias);
    }
}
