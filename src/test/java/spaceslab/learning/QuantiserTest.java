package spaceslab.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.quantisation.AveragedCodebook;
import spaceslab.learning.quantisation.FiniteScalarLayer;
import spaceslab.learning.quantisation.GradientCodebook;
import spaceslab.learning.quantisation.Quantiser;
import spaceslab.learning.quantisation.Unquantised;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;
import spaceslab.numerics.quantisation.Codebook;
import spaceslab.numerics.quantisation.FiniteScalarQuantiser;
import spaceslab.numerics.quantisation.MovingAverageCodebook;
import spaceslab.numerics.quantisation.Reference;
import spaceslab.numerics.quantisation.ScalarForm;
import spaceslab.numerics.quantisation.VectorQuantisationLoss;
import tools.jackson.databind.JsonNode;

/** Quantisers on tensors against those on numbers, reference/fsq.json and differences. */
class QuantiserTest {
    private static final long SEED = 20261126;
    private static final JsonNode VQ = Reference.FSQ.get("vq");
    private static final Codebook CODEBOOK = new Codebook(Reference.matrix(VQ.get("codebook")));
    private static final double[][] Z = Reference.matrix(VQ.get("z"));

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[] gradient(Weights weights, String name) {
        Tensor tensor =
                weights.all().stream()
                        .filter(w -> w.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .tensor();
        return Objects.requireNonNull(Engine.gradient(tensor.array())).toDoubleArray();
    }

    /** A layer of d coordinates whose projections are identities. */
    private static FiniteScalarLayer bare(Weights weights, FiniteScalarQuantiser quantiser) {
        int d = quantiser.dimension();
        FiniteScalarLayer layer = new FiniteScalarLayer(weights, quantiser, d);
        double[] identity = new double[d * d];
        for (int i = 0; i < d; i++) {
            identity[i * d + i] = 1;
        }
        List<double[]> values = new ArrayList<>(weights.values());
        int own = values.size() - 4;
        for (int i = 0; i < 4; i++) {
            values.set(own + i, i % 2 == 0 ? identity : new double[d]);
        }
        weights.restore(values);
        return layer;
    }

    @ParameterizedTest
    @EnumSource(ScalarForm.class)
    void equalsTheScalarQuantiserOnNumbersTiesIncluded(ScalarForm form) {
        List<Integer> levels = List.of(8, 5, 3, 4, 6);
        FiniteScalarQuantiser numbers = new FiniteScalarQuantiser(form, levels);
        int rows = 2000;
        double[][] z = new double[rows][levels.size()];
        RandomStream random = new SeededStreams(SEED).stream(form.ordinal());
        for (int i = 1; i < rows; i++) {
            Arrays.setAll(z[i], j -> 2 * random.nextGaussian());
        }
        // row 0 is zero: a tie in the essay's and the symmetric form for even levels
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            Weights weights = Weights.of(new SeededStreams(SEED), Precision.FLOAT64);
            FiniteScalarLayer layer = bare(weights, numbers);
            Tensor input = Tensor.of(Precision.FLOAT64, flat(z), rows, levels.size());
            Quantiser.Quantised quantised = layer.apply(input);
            int[] codes = quantised.codes().toInts();
            double[] vectors = quantised.vectors().toDoubles();
            double[] positions = layer.positions(input).toDoubles();
            double[] again = layer.vectors(quantised.codes()).toDoubles();
            assertThat(layer.size()).isEqualTo(numbers.radix().size());
            for (int i = 0; i < rows; i++) {
                assertThat(codes[i]).as("seed %d, row %d", SEED, i).isEqualTo(numbers.index(z[i]));
                double[] code = numbers.code(codes[i]);
                for (int j = 0; j < code.length; j++) {
                    int at = i * code.length + j;
                    assertThat(vectors[at]).isCloseTo(code[j], within(1e-14));
                    assertThat(again[at]).isCloseTo(code[j], within(1e-14));
                    assertThat(positions[at])
                            .isCloseTo(numbers.digit(j).position(z[i][j]), within(1e-13));
                }
            }
        }
    }

    @Test
    void sharedBatchAndItsStraightThroughGradient() {
        JsonNode batch = Reference.FSQ.get("batch_8555");
        for (JsonNode expected : batch.get("variants")) {
            String variant = expected.get("variant").asString();
            if (!variant.equals("lucidrains")) {
                sharedBatch(
                        variant.equals("paper_fixed") ? ScalarForm.TANH : ScalarForm.TANH_PUBLISHED,
                        expected.get("index"),
                        flat(Reference.matrix(expected.get("ste_jacobian_diag_d_code_d_z"))));
            }
        }
        JsonNode sigmoid = Reference.FSQ.get("sigmoid_8555");
        double[][] slopes = Reference.matrix(sigmoid.get("ste_jacobian_diag"));
        int[] levels = {8, 5, 5, 5};
        for (double[] row : slopes) {
            // theirs is in levels, ours in codes: a level is 2/(L − 1) wide
            Arrays.setAll(row, j -> row[j] * 2 / (levels[j] - 1));
        }
        sharedBatch(ScalarForm.SIGMOID, sigmoid.get("index_little_endian"), flat(slopes));
        double[][] symmetric = Reference.matrix(batch.get("Z"));
        for (double[] row : symmetric) {
            Arrays.setAll(row, j -> 1 / Math.pow(Math.cosh(row[j]), 2));
        }
        sharedBatch(
                ScalarForm.SYMMETRIC,
                Reference.FSQ.get("symmetric_8555").get("index"),
                flat(symmetric));
    }

    private static void sharedBatch(ScalarForm form, JsonNode indices, double[] slopes) {
        double[][] z = Reference.matrix(Reference.FSQ.get("batch_8555").get("Z"));
        FiniteScalarQuantiser numbers = new FiniteScalarQuantiser(form, List.of(8, 5, 5, 5));
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            Weights weights = Weights.of(new SeededStreams(SEED), Precision.FLOAT64);
            Tensor input = weights.given("z", flat(z), z.length, 4);
            FiniteScalarLayer layer = bare(weights, numbers);
            try (TensorScope step = TensorScope.step()) {
                Quantiser.Quantised quantised = layer.apply(input);
                assertThat(quantised.codes().toInts()).isEqualTo(Reference.integers(indices));
                assertThat(quantised.loss().item()).isZero();
                Engine.backward(quantised.vectors().sum().array());
                assertThat(gradient(weights, "z")).containsExactly(slopes, within(1e-13));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ScalarForm.class)
    void gradientIsThatOfTheUnroundedMapWhichAgreesWithDifferences(ScalarForm form) {
        FiniteScalarQuantiser numbers = new FiniteScalarQuantiser(form, List.of(8, 3));
        GradientCheck.check(weights -> new FiniteScalarLayer(weights, numbers, 5)::unrounded, 7, 5);
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            Weights weights = Weights.of(new SeededStreams(SEED), Precision.FLOAT64);
            Tensor z = weights.normal("z", 1, 7, 5);
            FiniteScalarLayer layer = new FiniteScalarLayer(weights, numbers, 5);
            List<double[]> both = new ArrayList<>();
            for (int side = 0; side < 2; side++) {
                try (TensorScope step = TensorScope.step()) {
                    Tensor y = side == 0 ? layer.unrounded(z) : layer.apply(z).vectors();
                    Engine.backward(y.sum().array());
                    both.add(gradient(weights, "z"));
                    both.add(gradient(weights, "down.weight"));
                    weights.all().forEach(w -> Engine.clearGradient(w.tensor().array()));
                }
            }
            assertThat(both.get(2)).containsExactly(both.get(0), within(1e-13));
            assertThat(both.get(3)).containsExactly(both.get(1), within(1e-13));
        }
    }

    @Test
    void gradientsOfTheLearnedCodebookAreThoseOfTheReference() {
        double[] upstream = flat(Reference.matrix(VQ.get("upstream_dL_dzq")));
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            Weights weights = Weights.of(new SeededStreams(SEED), Precision.FLOAT64);
            Tensor z = weights.given("z", flat(Z), 6, 2);
            GradientCodebook vq =
                    new GradientCodebook(
                            weights,
                            CODEBOOK,
                            new VectorQuantisationLoss(
                                    VQ.get("beta_codebook").asDouble(),
                                    VQ.get("gamma_commit").asDouble()));
            try (TensorScope step = TensorScope.step()) {
                Quantiser.Quantised quantised = vq.apply(z);
                assertThat(quantised.codes().toInts())
                        .isEqualTo(Reference.integers(VQ.get("assign")));
                assertThat(quantised.loss().item())
                        .isCloseTo(VQ.get("aux_loss").asDouble(), within(1e-14));
                Tensor mix = Tensor.of(Precision.FLOAT64, upstream, 6, 2);
                Engine.backward(
                        quantised.vectors().times(mix).sum().plus(quantised.loss()).array());
                assertThat(gradient(weights, "z"))
                        .containsExactly(flat(Reference.matrix(VQ.get("dL_dz"))), within(1e-14));
                assertThat(gradient(weights, "codebook"))
                        .containsExactly(
                                flat(Reference.matrix(VQ.get("dL_dcodebook"))), within(1e-14));
            }
            double[] expected = new double[12];
            for (int i = 0; i < 6; i++) {
                System.arraycopy(CODEBOOK.codes()[CODEBOOK.nearest(Z[i])], 0, expected, 2 * i, 2);
            }
            assertThat(vq.apply(z).vectors().toDoubles()).containsExactly(expected, within(1e-15));
            assertThat(vq.size()).isEqualTo(4);
        }
    }

    private static AveragedCodebook averaged(double smoothing, AveragedCodebook.Reset reset) {
        return new AveragedCodebook(
                Precision.FLOAT64,
                MovingAverageCodebook.of(
                        CODEBOOK, VQ.get("ema").get("decay").asDouble(), smoothing),
                VQ.get("gamma_commit").asDouble(),
                reset);
    }

    @Test
    void movingAveragesAreThoseOfTheReference() {
        JsonNode ema = VQ.get("ema");
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            for (double smoothing : new double[] {0, ema.get("laplace_eps").asDouble()}) {
                AveragedCodebook vq = averaged(smoothing, AveragedCodebook.Reset.never());
                Tensor z = Tensor.of(Precision.FLOAT64, flat(Z), 6, 2);
                vq.apply(z);
                vq.afterStep(0);
                Tensor all = Tensor.indices(new int[] {0, 1, 2, 3}, 4);
                assertThat(vq.vectors(all).toDoubles())
                        .as("apply alone teaches nothing")
                        .containsExactly(flat(CODEBOOK.codes()), within(1e-15));
                vq.train(z);
                vq.afterStep(0);
                assertThat(vq.vectors(all).toDoubles())
                        .containsExactly(
                                flat(
                                        Reference.matrix(
                                                ema.get(
                                                        smoothing == 0
                                                                ? "codebook_plain"
                                                                : "codebook_laplace"))),
                                within(1e-14));
            }
        }
    }

    @Test
    void commitmentAloneMovesTheEncoder() {
        double gamma = VQ.get("gamma_commit").asDouble();
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            Weights weights = Weights.of(new SeededStreams(SEED), Precision.FLOAT64);
            Tensor z = weights.given("z", flat(Z), 6, 2);
            AveragedCodebook vq = averaged(0, AveragedCodebook.Reset.never());
            try (TensorScope step = TensorScope.step()) {
                Engine.backward(vq.train(z).loss().array());
                double[] expected =
                        flat(
                                new VectorQuantisationLoss(0, gamma)
                                        .gradientOfInputs(
                                                CODEBOOK, Z, CODEBOOK.assign(Z), new double[6][2]));
                assertThat(gradient(weights, "z")).containsExactly(expected, within(1e-14));
            }
        }
    }

    @Test
    void deadCodesAreReplacedByVectorsOfTheBatchInTheChosenSteps() {
        SeededStreams streams = new SeededStreams(SEED);
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            AveragedCodebook vq = averaged(0, new AveragedCodebook.Reset(2, 1, streams));
            Tensor z = Tensor.of(Precision.FLOAT64, flat(Z), 6, 2);
            Tensor dead = Tensor.indices(new int[] {1}, 1);
            vq.train(z);
            vq.afterStep(0);
            assertThat(vq.vectors(dead).toDoubles())
                    .containsExactly(CODEBOOK.codes()[1], within(1e-14));
            vq.train(z);
            vq.afterStep(1);
            double[] moved = vq.vectors(dead).toDoubles();
            assertThat(List.of(Z))
                    .anySatisfy(row -> assertThat(row).containsExactly(moved, within(1e-14)));
            assertThat(vq.average().counts()[1]).isOne();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AveragedCodebook.Reset(-1, 1, streams));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AveragedCodebook.Reset(1, Double.NaN, streams));
    }

    @Test
    void withoutQuantisationVectorsPass() {
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            Tensor z = Tensor.of(Precision.FLOAT64, flat(Z), 6, 2);
            Quantiser.Quantised passed = new Unquantised().apply(z);
            assertThat(passed.vectors().toDoubles()).containsExactly(flat(Z));
            assertThat(passed.loss().item()).isZero();
            assertThat(passed.codes().size()).isZero();
            assertThat(new Unquantised().size()).isZero();
        }
    }
}
