package spaceslab.essay.amed.denoiser;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import spaceslab.learning.Activation;
import spaceslab.learning.Layer;
import spaceslab.learning.Mlp;
import spaceslab.learning.Precision;
import spaceslab.learning.Tensor;
import spaceslab.learning.Weights;

/**
 * The denoiser while it is trained: {@link Preconditioning} around an MLP with two hidden layers
 * and SiLU that reads c_in x and c_noise, d + 1 numbers, and writes d. {@link TrainedDenoiser}
 * computes the same without the engine.
 */
final class PreconditionedMlp {
    private final Preconditioning preconditioning;
    private final Precision precision;
    private final Layer network;

    /**
     * @param weights drawn in its scope
     * @param dimension d
     * @param hidden units of each hidden layer
     */
    PreconditionedMlp(Preconditioning preconditioning, Weights weights, int dimension, int hidden) {
        this.preconditioning = preconditioning;
        this.precision = weights.precision();
        this.network = new Mlp(weights, Activation.SILU, dimension + 1, hidden, hidden, dimension);
    }

    /**
     * D(x; σ).
     *
     * @param x rows × d
     * @param sigmas one a row
     */
    Tensor denoise(Tensor x, double[] sigmas) {
        Tensor scaled = x.times(each(sigmas, preconditioning::in));
        Tensor out = network.apply(Tensor.concat(1, scaled, each(sigmas, preconditioning::noise)));
        return x.times(each(sigmas, preconditioning::skip))
                .plus(out.times(each(sigmas, preconditioning::out)));
    }

    /**
     * λ(σ) |D(y + σ n; σ) − y|²/d of each row.
     *
     * @param clean y, rows × d
     * @param noise n, rows × d
     */
    Tensor losses(Tensor clean, Tensor noise, double[] sigmas) {
        Tensor noisy = clean.plus(noise.times(each(sigmas, sigma -> sigma)));
        return denoise(noisy, sigmas)
                .minus(clean)
                .square()
                .meanKept(1)
                .times(each(sigmas, preconditioning::weight));
    }

    private Tensor each(double[] sigmas, DoubleUnaryOperator factor) {
        return Tensor.of(
                precision, DoubleStream.of(sigmas).map(factor).toArray(), sigmas.length, 1);
    }
}
