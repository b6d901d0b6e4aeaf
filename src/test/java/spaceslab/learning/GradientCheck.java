package spaceslab.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/**
 * Compares the engine's gradient of a random-weighted sum of a layer's outputs with central
 * differences in double precision, for every weight and the input: |a − n| / max(10⁻³, |a| + |n|) <
 * 10⁻⁵ with h = 10⁻⁶.
 */
public final class GradientCheck {
    private static final double STEP = 1e-6;
    private static final double TOLERANCE = 1e-5;

    private GradientCheck() {}

    /** Input is drawn normal. */
    public static void check(Function<Weights, Layer> layer, long... shape) {
        SeededStreams streams = new SeededStreams(20261125);
        double[] values = new double[size(shape)];
        RandomStream random = streams.stream(7);
        Arrays.setAll(values, i -> random.nextGaussian());
        checkAt(layer, values, shape);
    }

    public static void checkAt(Function<Weights, Layer> layer, double[] input, long... shape) {
        SeededStreams streams = new SeededStreams(20261125);
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            Weights weights = Weights.of(streams, Precision.FLOAT64);
            Tensor x = weights.given("given", input, shape);
            compare(weights, layer.apply(weights), x, streams);
        }
    }

    /** For layers whose input are indices, which have no gradient. */
    static void checkIndices(Function<Weights, Layer> layer, int[] input, long... shape) {
        SeededStreams streams = new SeededStreams(20261125);
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            Weights weights = Weights.of(streams, Precision.FLOAT64);
            compare(weights, layer.apply(weights), Tensor.indices(input, shape), streams);
        }
    }

    /** The relative distance of all gradients in single precision from those in double. */
    static double singleAgainstDouble(Function<Weights, Layer> layer, long... shape) {
        double[] fine = gradients(layer, Precision.FLOAT64, shape);
        double[] coarse = gradients(layer, Precision.FLOAT32, shape);
        double square = 0;
        double distance = 0;
        for (int i = 0; i < fine.length; i++) {
            square += fine[i] * fine[i];
            distance += (fine[i] - coarse[i]) * (fine[i] - coarse[i]);
        }
        return Math.sqrt(distance / square);
    }

    private static double[] gradients(
            Function<Weights, Layer> layer, Precision precision, long... shape) {
        SeededStreams streams = new SeededStreams(20261125);
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            Weights weights = Weights.of(streams, precision);
            Tensor x = weights.normal("given", 1, shape);
            Layer made = layer.apply(weights);
            try (TensorScope step = TensorScope.step()) {
                Tensor y = made.apply(x);
                double[] mix = new double[Math.toIntExact(y.size())];
                RandomStream random = streams.stream(8);
                Arrays.setAll(mix, i -> random.nextGaussian());
                Engine.backward(y.times(Tensor.of(precision, mix, y.shape())).sum().array());
                return weights.all().stream()
                        .flatMapToDouble(w -> {
                            var g =
                                    Objects.requireNonNull(
                                            Engine.gradient(w.tensor().array()), w.name());
                            return Arrays.stream(TensorScope.innermost().adopt(g).toDoubles());
                        })
                        .toArray();
            }
        }
    }

    /** The engine's gradient in double precision of a 0-d function of one tensor. */
    public static double[] gradient(Layer function, double[] at, long... shape) {
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            Weights weights = Weights.of(new SeededStreams(0), Precision.FLOAT64);
            Tensor x = weights.given("given", at, shape);
            try (TensorScope step = TensorScope.step()) {
                Engine.backward(function.apply(x).array());
                var gradient = Objects.requireNonNull(Engine.gradient(x.array()));
                return TensorScope.innermost().adopt(gradient).toDoubles();
            }
        }
    }

    private static void compare(Weights weights, Layer layer, Tensor x, SeededStreams streams) {
        List<double[]> analytic = new ArrayList<>();
        double[] mix;
        try (TensorScope step = TensorScope.step()) {
            Tensor y = layer.apply(x);
            mix = new double[Math.toIntExact(y.size())];
            RandomStream random = streams.stream(8);
            Arrays.setAll(mix, i -> random.nextGaussian());
            Engine.backward(mixed(y, mix).array());
            for (Weights.Weight w : weights.all()) {
                var gradient =
                        Objects.requireNonNull(Engine.gradient(w.tensor().array()), w.name());
                analytic.add(gradient.toDoubleArray());
                gradient.close();
            }
        }
        List<double[]> values = weights.values();
        for (int w = 0; w < values.size(); w++) {
            String name = weights.all().get(w).name();
            for (int i = 0; i < values.get(w).length; i++) {
                double before = values.get(w)[i];
                values.get(w)[i] = before + STEP;
                double up = value(weights, values, layer, x, mix);
                values.get(w)[i] = before - STEP;
                double down = value(weights, values, layer, x, mix);
                values.get(w)[i] = before;
                double numeric = (up - down) / (2 * STEP);
                double a = analytic.get(w)[i];
                double error =
                        Math.abs(a - numeric) / Math.max(1e-3, Math.abs(a) + Math.abs(numeric));
                assertThat(error)
                        .as("%s[%d]: engine %s, differences %s", name, i, a, numeric)
                        .isLessThan(TOLERANCE);
            }
        }
    }

    private static double value(
            Weights weights, List<double[]> values, Layer layer, Tensor x, double[] mix) {
        weights.restore(values);
        try (TensorScope scope = TensorScope.evaluation()) {
            return mixed(layer.apply(x), mix).item();
        }
    }

    /** d loss / d w of every weight, in order; 0 where the loss does not depend on it. */
    public static List<double[]> gradients(Weights weights, Tensor loss) {
        Engine.backward(loss.array());
        return weights.all().stream()
                .map(w -> {
                    var gradient = Engine.gradient(w.tensor().array());
                    return gradient == null
                            ? new double[Math.toIntExact(w.tensor().size())]
                            : TensorScope.innermost().adopt(gradient).toDoubles();
                })
                .toList();
    }

    private static Tensor mixed(Tensor y, double[] mix) {
        return y.times(Tensor.of(Precision.FLOAT64, mix, y.shape())).sum();
    }

    static int size(long... shape) {
        return (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }
}
