package spaceslab.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LayerGradientTest {
    @TestFactory
    Stream<DynamicTest> layersAgreeWithDifferences() {
        Layer none = Activation.IDENTITY;
        return Stream.of(
                layer("linear", w -> new Linear(w, 3, 4), 2, 3),
                layer("layer norm", w -> new LayerNorm(w, 5), 3, 5),
                layer("RMS norm", w -> new RmsNorm(w, 5), 3, 5),
                layer("unscaled RMS norm", w -> RmsNorm::unscaled, 3, 5),
                layer("MLP", w -> new Mlp(w, Activation.GELU, 3, 6, 2), 4, 3),
                layer(
                        "causal attention",
                        w -> new MultiHeadAttention(w, 4, 2, true, none),
                        2,
                        5,
                        4),
                layer("full attention", w -> new MultiHeadAttention(w, 4, 2, false, none), 2, 5, 4),
                layer(
                        "rotary attention",
                        w ->
                                new MultiHeadAttention(
                                        w, 8, 2, true, new Rotary(w.precision(), 6, 4, 100)),
                        1,
                        5,
                        8),
                layer("convolution", w -> new Convolution(w, 2, 3, 3, 2, 1), 2, 2, 6, 6),
                layer(
                        "diagonal recurrence",
                        w -> new DiagonalRecurrence(w, 3, 4, 7, RecurrenceStart.S4D_LIN, false),
                        2,
                        7,
                        3),
                layer(
                        "diagonal recurrence both ways",
                        w -> new DiagonalRecurrence(w, 3, 4, 7, RecurrenceStart.RANDOM, true),
                        2,
                        7,
                        3),
                layer(
                        "moving averages",
                        w -> new DiagonalRecurrence(w, 3, 4, 7, RecurrenceStart.AVERAGES, true),
                        2,
                        7,
                        3),
                layer("log-sum-exp", w -> Tensor::logSumExp, 3, 4),
                layer("softmax", w -> Tensor::softmax, 3, 4),
                layer("SiLU", w -> Activation.SILU, 3, 4),
                layer("GELU", w -> Activation.GELU, 3, 4),
                layer("tanh", w -> Activation.TANH, 3, 4),
                layer("sigmoid", w -> Activation.SIGMOID, 3, 4),
                layer("ReLU", w -> Activation.RELU, 3, 4),
                layer("softplus", w -> Tensor::softplus, 3, 4),
                layer("squared error", w -> x -> Losses.squaredError(x, x.square()), 3, 4),
                layer(
                        "gather",
                        w -> x -> x.gather(1, Tensor.indices(new int[] {2, 0}, 2, 1)),
                        2,
                        3),
                layer(
                        "cross entropy",
                        w -> x -> Losses.crossEntropy(x, Tensor.indices(new int[] {1, 3, -1}, 3)),
                        3,
                        4),
                layer(
                        "surprise",
                        w -> x -> Losses.surprise(x, Tensor.indices(new int[] {1, 3, 0}, 3)),
                        3,
                        4));
    }

    private static DynamicTest layer(String name, Function<Weights, Layer> layer, long... shape) {
        return DynamicTest.dynamicTest(name, () -> GradientCheck.check(layer, shape));
    }

    /** At sizes where libtorch takes its vector code, which the checks in double never enter. */
    @TestFactory
    Stream<DynamicTest> singlePrecisionAgreesWithDouble() {
        Stream<DynamicTest> convolutions =
                Stream.of(1, 4, 8, 16, 20, 32)
                        .flatMap(out ->
                                Stream.of(1, 2)
                                        .map(stride ->
                                                single(
                                                        "convolution to "
                                                                + out
                                                                + ", stride "
                                                                + stride,
                                                        w ->
                                                                new Convolution(
                                                                        w, 16, out, 3, stride, 1),
                                                        16,
                                                        16,
                                                        14,
                                                        14)));
        Layer none = Activation.IDENTITY;
        return Stream.concat(
                convolutions,
                Stream.of(
                        single("linear", w -> new Linear(w, 48, 40), 64, 48),
                        single(
                                "attention",
                                w -> new MultiHeadAttention(w, 64, 4, true, none),
                                4,
                                100,
                                64),
                        single("RMS norm", w -> new RmsNorm(w, 64), 50, 64),
                        single("layer norm", w -> new LayerNorm(w, 64), 50, 64),
                        single(
                                "diagonal recurrence",
                                w ->
                                        new DiagonalRecurrence(
                                                w, 16, 8, 64, RecurrenceStart.S4D_INV, true),
                                4,
                                64,
                                16)));
    }

    private static DynamicTest single(String name, Function<Weights, Layer> layer, long... shape) {
        return DynamicTest.dynamicTest(
                name,
                () -> assertThat(GradientCheck.singleAgainstDouble(layer, shape)).isLessThan(1e-5));
    }

    @Test
    void embeddingAddsUpTheGradientOfEqualSymbols() {
        GradientCheck.checkIndices(
                w -> new Embedding(w, 4, 3, 1), new int[] {3, 1, 1, 0, 2, 1}, 2, 3);
    }

    @Test
    void decoderAgreesWithDifferences() {
        int[] text = IntStream.of(0, 3, 2, 2, 4, 1, 0, 4).toArray();
        GradientCheck.checkIndices(
                w -> new TransformerDecoder(w, new TransformerDecoder.Sizes(5, 4, 4, 2, 2)),
                text,
                2,
                4);
    }
}
