package spaceslab.essay.amed;

import spaceslab.learning.Activation;
import spaceslab.learning.Layer;
import spaceslab.learning.Mlp;
import spaceslab.learning.Precision;
import spaceslab.learning.Tensor;
import spaceslab.learning.Weights;

/**
 * g_φ: from what a sampler knows at the start of a step to that step's r and c for every sample.
 * The authors read a U-Net's bottleneck; here the features are log a, log b, |x|/√(d(1 + a²)), the
 * entropy and the largest weight of the posterior, and |D|/√(d/2). {@code r = σ(·)}, {@code c = 1 +
 * δ tanh(·)}. With the analytical first step nothing of the model is known and the last three are
 * 0.
 */
final class MiddlePredictor {
    private static final int FEATURES = 6;

    /** Keeps the logarithm of a weight of zero finite. */
    private static final double TINY = 1e-30;

    /** Brings logarithms of noise levels to about −1.5 … 1. */
    private static final double LOGARITHM = 4;

    private final TensorMixture model;
    private final Layer network;
    private final double scaleBound;

    /**
     * @param weights of the network, drawn in its scope
     * @param hidden units of each of two layers
     * @param scaleBound δ
     */
    MiddlePredictor(TensorMixture model, Weights weights, int hidden, double scaleBound) {
        this.model = model;
        this.network = new Mlp(weights, Activation.SILU, FEATURES, hidden, hidden, 2);
        this.scaleBound = scaleBound;
    }

    /**
     * Middles and scales.
     *
     * @param r rows × 1
     * @param c rows × 1
     */
    record Prediction(Tensor r, Tensor c) {}

    /**
     * Predicts.
     *
     * @param x rows × d at noise level {@code from}
     * @param analytical whether the first direction was not evaluated
     */
    Prediction at(Tensor x, double from, double to, boolean analytical) {
        Tensor out = network.apply(features(x, from, to, analytical));
        return new Prediction(
                out.slice(1, 0, 1).sigmoid(), out.slice(1, 1, 2).tanh().times(scaleBound).plus(1));
    }

    private Tensor features(Tensor x, double from, double to, boolean analytical) {
        long rows = x.size(0);
        Tensor a = Tensor.full(Precision.FLOAT64, from, rows, 1);
        Tensor zero = Tensor.zeros(Precision.FLOAT64, rows, 1);
        Tensor length = x.square().sumKept(1).squareRoot();
        Tensor entropy = zero;
        Tensor largest = zero;
        Tensor denoised = zero;
        if (!analytical) {
            Tensor p = model.posterior(x, a);
            entropy = p.times(p.plus(TINY).log()).sumKept(1).negative();
            largest = p.max(1).reshape(rows, 1);
            Tensor d = x.minus(model.direction(x, a).times(from));
            denoised = d.square().sumKept(1).over(x.size(1) / 2.0).squareRoot();
        }
        return Tensor.concat(
                1,
                zero.plus(Math.log(from) / LOGARITHM),
                zero.plus(Math.log(to) / LOGARITHM),
                length.over(Math.sqrt(x.size(1) * (1 + from * from))),
                entropy,
                largest,
                denoised);
    }
}
