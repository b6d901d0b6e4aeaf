package spaceslab.essay.transformervq.training.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.GradientCheck;
import spaceslab.learning.Precision;
import spaceslab.learning.Tensor;
import spaceslab.learning.TensorScope;
import spaceslab.learning.Weights;
import spaceslab.learning.quantisation.AveragedCodebook;
import spaceslab.learning.quantisation.Quantiser;
import spaceslab.learning.quantisation.Unquantised;
import spaceslab.numerics.SeededStreams;
import spaceslab.numerics.quantisation.Codebook;
import spaceslab.numerics.quantisation.MovingAverageCodebook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Tensors against the vectors of numpy: n = 12, l = 4, c = 5, d_k = 3, d_v = 2. */
class CausalAttentionTest {
    private static final JsonNode VECTORS = vectors();

    private static JsonNode vectors() {
        try (InputStream in =
                CausalAttentionTest.class.getResourceAsStream("/reference/tvq.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static double[] flat(JsonNode node) {
        if (!node.isArray()) {
            return new double[] {node.asDouble()};
        }
        double[] all = new double[0];
        for (JsonNode part : node) {
            all =
                    java.util.stream.DoubleStream.concat(
                                    java.util.Arrays.stream(all),
                                    java.util.Arrays.stream(flat(part)))
                            .toArray();
        }
        return all;
    }

    private static double[] input(String name) {
        return flat(VECTORS.get("inputs").get(name));
    }

    /** Q, K, V and b as weights of the open scope. */
    private static final class Case {
        final Weights weights = Weights.of(new SeededStreams(1), Precision.FLOAT64);
        final Tensor queries;
        final Tensor keys = weights.given("keys", input("K"), 1, 12, 3);
        final Tensor values = weights.given("values", input("V"), 1, 12, 2);
        final LocalBias bias = new LocalBias(weights.given("bias", input("bias_by_distance"), 5));
        final Quantiser codebook = codebook();

        Case(double scale) {
            double[] q = java.util.Arrays.stream(input("Q")).map(x -> scale * x).toArray();
            queries = weights.given("queries", q, 1, 12, 3);
        }

        static Quantiser codebook() {
            double[] c = input("C");
            double[][] codes = new double[5][];
            for (int i = 0; i < 5; i++) {
                codes[i] = java.util.Arrays.copyOfRange(c, 3 * i, 3 * i + 3);
            }
            return new AveragedCodebook(
                    Precision.FLOAT64,
                    MovingAverageCodebook.of(new Codebook(codes), 0.99, 0),
                    1,
                    AveragedCodebook.Reset.never());
        }

        Tensor out(Reach reach, Truncation truncation, LocalBias bias, Quantiser quantiser) {
            return new CausalAttention(reach, bias, 4, truncation)
                    .apply(queries, CodedKeys.of(keys, quantiser, false), values);
        }

        Tensor out(Reach reach, Truncation truncation) {
            return out(reach, truncation, bias, codebook);
        }
    }

    private static void close(double[] measured, JsonNode expected, double tolerance) {
        double[] wanted = flat(expected);
        assertThat(measured).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.length; i++) {
            assertThat(measured[i]).as("[%d]", i).isCloseTo(wanted[i], within(tolerance));
        }
    }

    @Test
    void shortcodesAndCommitmentAreTheReference() {
        try (TensorScope root = TensorScope.root(StopSignal.never())) {
            Case c = new Case(1);
            CodedKeys keys = CodedKeys.of(c.keys, c.codebook, false);
            close(keys.codes().toDoubles(), VECTORS.get("shortcodes"), 0);
            assertThat(keys.loss().item())
                    .isCloseTo(VECTORS.get("commit_mean").asDouble(), within(1e-14));
        }
    }

    @ParameterizedTest
    @CsvSource({"FULL", "CACHE"})
    void quantisedOutputsAreTheReferenceQuadraticAndLinear(Reach reach) {
        try (TensorScope root = TensorScope.root(StopSignal.never())) {
            Case c = new Case(1);
            Truncation t = Truncation.TWO_BLOCKS;
            close(c.out(reach, t).toDoubles(), VECTORS.get("decoder_vq_bias"), 1e-14);
            LocalBias none = LocalBias.none(Precision.FLOAT64);
            close(
                    c.out(reach, t, none, c.codebook).toDoubles(),
                    VECTORS.get("decoder_vq_nobias"),
                    1e-14);
            close(
                    new Case(400).out(reach, t).toDoubles(),
                    VECTORS.get("decoder_vq_bias_Qx400"),
                    1e-12);
        }
    }

    @Test
    void exactKeysGiveTheUnquantisedReference() {
        try (TensorScope root = TensorScope.root(StopSignal.never())) {
            Case c = new Case(1);
            Tensor out = c.out(Reach.FULL, Truncation.TWO_BLOCKS, c.bias, new Unquantised());
            close(out.toDoubles(), VECTORS.get("decoder_unquantised_bias"), 1e-14);
        }
    }

    /** What a window sees is what full attention sees as long as the window holds everything. */
    @Test
    void aWindowForgetsWhatIsOlderThanTwoBlocks() {
        try (TensorScope root = TensorScope.root(StopSignal.never())) {
            Case c = new Case(1);
            double[] window = c.out(Reach.WINDOW, Truncation.TWO_BLOCKS).toDoubles();
            double[] all = flat(VECTORS.get("decoder_vq_bias"));
            for (int i = 0; i < 16; i++) {
                assertThat(window[i]).isCloseTo(all[i], within(1e-14));
            }
            for (int i = 16; i < 24; i++) {
                assertThat(Math.abs(window[i] - all[i])).isGreaterThan(1e-6);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FULL, TWO_BLOCKS, full",
        "CACHE, TWO_BLOCKS, two_blocks",
        "CACHE, WINDOW, two_blocks_cache_values_stopped",
        "CACHE, ONE_BLOCK, one_block"
    })
    void gradientsReachAsFarAsTheReferenceSays(Reach reach, Truncation truncation, String name) {
        try (TensorScope root = TensorScope.root(StopSignal.never());
                TensorScope step = TensorScope.step()) {
            Case c = new Case(1);
            Tensor mix = Tensor.of(Precision.FLOAT64, input("G"), 1, 12, 2);
            List<double[]> gradients =
                    GradientCheck.gradients(c.weights, c.out(reach, truncation).times(mix).sum());
            JsonNode wanted = VECTORS.get("gradients_of_sum_O_times_G").get(name);
            close(gradients.get(0), wanted.get("dK"), 1e-13);
            close(gradients.get(1), wanted.get("dV"), 1e-13);
            close(gradients.get(2), wanted.get("db"), 1e-13);
            close(gradients.get(3), wanted.get("dQ"), 1e-13);
        }
    }
}
