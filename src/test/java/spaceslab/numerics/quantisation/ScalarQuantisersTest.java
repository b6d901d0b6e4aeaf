package spaceslab.numerics.quantisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;
import tools.jackson.databind.JsonNode;

/** Against reference/fsq.json, closed forms and invariants. */
class ScalarQuantisersTest {
    private static IntFunction<TanhQuantiser> variant(String name) {
        return switch (name) {
            case "jax_notebook" -> TanhQuantiser::published;
            case "paper_fixed" -> TanhQuantiser::corrected;
            case "lucidrains" -> TanhQuantiser::widened;
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Test
    void boundConstants() {
        JsonNode all = Reference.FSQ.get("bound_constants_eps_1e-3");
        assertThat(all.size()).isEqualTo(7);
        all.properties()
                .forEach(levels ->
                        levels.getValue()
                                .properties()
                                .forEach(v -> {
                                    TanhQuantiser q =
                                            variant(v.getKey())
                                                    .apply(Integer.parseInt(levels.getKey()));
                                    JsonNode c = v.getValue();
                                    assertThat(q.halfWidth())
                                            .isCloseTo(c.get("half_l").asDouble(), within(1e-15));
                                    assertThat(q.offset()).isEqualTo(c.get("offset").asDouble());
                                    assertThat(q.shift())
                                            .as(v.getKey() + levels.getKey())
                                            .isCloseTo(c.get("shift").asDouble(), within(1e-11));
                                }));
    }

    @Test
    void batchUnderAllTanhVariants() {
        JsonNode batch = Reference.FSQ.get("batch_8555");
        List<Integer> levels = Reference.list(batch.get("levels"));
        double[][] z = Reference.matrix(batch.get("Z"));
        assertThat(new MixedRadix(levels).basis())
                .isEqualTo(Reference.integers(batch.get("basis")));
        for (JsonNode expected : batch.get("variants")) {
            FiniteScalarQuantiser fsq =
                    new FiniteScalarQuantiser(
                            levels.stream()
                                    .map(l ->
                                            (ScalarQuantiser)
                                                    variant(expected.get("variant").asString())
                                                            .apply(l))
                                    .toList());
            double[][] slopes = Reference.matrix(expected.get("ste_jacobian_diag_d_code_d_z"));
            double[][] codes = Reference.matrix(expected.get("codes_normalised"));
            double[][] bounded = Reference.matrix(expected.get("bounded"));
            for (int i = 0; i < z.length; i++) {
                int index = fsq.index(z[i]);
                assertThat(index).isEqualTo(expected.get("index").get(i).asInt());
                for (int j = 0; j < z[i].length; j++) {
                    TanhQuantiser q = (TanhQuantiser) fsq.digit(j);
                    assertThat(q.bound(z[i][j])).isCloseTo(bounded[i][j], within(1e-13));
                    assertThat(fsq.code(index)[j]).isCloseTo(codes[i][j], within(1e-15));
                    assertThat(q.slope(z[i][j]) / (q.levels() / 2))
                            .isCloseTo(slopes[i][j], within(1e-13));
                }
            }
        }
    }

    @Test
    void batchInTheEssaysForm() {
        JsonNode batch = Reference.FSQ.get("sigmoid_8555");
        FiniteScalarQuantiser fsq =
                new FiniteScalarQuantiser(ScalarForm.SIGMOID, Reference.list(batch.get("levels")));
        double[][] z = Reference.matrix(batch.get("Z"));
        double[][] slopes = Reference.matrix(batch.get("ste_jacobian_diag"));
        double[][] positions = Reference.matrix(batch.get("pre_round"));
        for (int i = 0; i < z.length; i++) {
            assertThat(fsq.digits(z[i]))
                    .isEqualTo(Reference.integers(batch.get("levels_out").get(i)));
            assertThat(fsq.index(z[i])).isEqualTo(batch.get("index_little_endian").get(i).asInt());
            for (int j = 0; j < z[i].length; j++) {
                assertThat(fsq.digit(j).slope(z[i][j])).isCloseTo(slopes[i][j], within(1e-13));
                assertThat(fsq.digit(j).position(z[i][j]))
                        .isCloseTo(positions[i][j], within(1e-13));
            }
        }
    }

    @Test
    void batchInTheSymmetricForm() {
        JsonNode batch = Reference.FSQ.get("symmetric_8555");
        double[][] z = Reference.matrix(Reference.FSQ.get("batch_8555").get("Z"));
        FiniteScalarQuantiser fsq =
                new FiniteScalarQuantiser(ScalarForm.SYMMETRIC, List.of(8, 5, 5, 5));
        double[][] codes = Reference.matrix(batch.get("codes"));
        for (int i = 0; i < z.length; i++) {
            assertThat(fsq.digits(z[i]))
                    .isEqualTo(Reference.integers(batch.get("levels_out").get(i)));
            int index = fsq.index(z[i]);
            assertThat(index).isEqualTo(batch.get("index").get(i).asInt());
            assertThat(fsq.code(index)).containsExactly(codes[i], within(1e-15));
        }
    }

    @Test
    void notebookExample() {
        JsonNode example = Reference.FSQ.get("notebook_example");
        FiniteScalarQuantiser fsq =
                new FiniteScalarQuantiser(
                        ScalarForm.TANH_PUBLISHED, Reference.list(example.get("levels")));
        int index = fsq.index(Reference.vector(example.get("z")));
        assertThat(index).isEqualTo(10).isEqualTo(example.get("index").asInt());
        assertThat(fsq.code(index)).containsExactly(Reference.vector(example.get("codes")));
        assertThat(fsq.radix().digits(10)).isEqualTo(Reference.integers(example.get("back")));
    }

    @Test
    void theSharedCodebookOfThreeByFour() {
        double[][] expected = Reference.matrix(Reference.FSQ.get("codebook_3x4_normalised"));
        FiniteScalarQuantiser fsq = new FiniteScalarQuantiser(ScalarForm.TANH, List.of(3, 4));
        for (int index = 0; index < expected.length; index++) {
            assertThat(fsq.code(index)).containsExactly(expected[index]);
        }
        assertThat(fsq.radix().size()).isEqualTo(expected.length);
    }

    @Test
    void tiesRoundHalfToEven() {
        JsonNode ties = Reference.FSQ.get("rounding_ties");
        double[] x = Reference.vector(ties.get("x"));
        double[] even = Reference.vector(ties.get("half_to_even"));
        for (int i = 0; i < x.length; i++) {
            assertThat(Math.rint(x[i])).isEqualTo(even[i]);
        }
        // reachable: σ(0)·(L − 1) lies half-way for every even L
        assertThat(new SigmoidQuantiser(8).digit(0)).isEqualTo(4);
        assertThat(new SigmoidQuantiser(6).digit(0)).isEqualTo(2);
        assertThat(new SigmoidQuantiser(4).digit(0)).isEqualTo(2);
        // 0.5 goes to the even 0, where half-up would give 1
        assertThat(new SigmoidQuantiser(2).digit(0)).isZero();
    }

    @Test
    void rangesAndTheCodeOfZero() {
        Reference.FSQ
                .get("zero_and_range")
                .properties()
                .forEach(e -> {
                    int levels = Integer.parseInt(e.getKey());
                    TanhQuantiser q = TanhQuantiser.corrected(levels);
                    assertThat(q.digit(0) - levels / 2)
                            .isEqualTo(e.getValue().get("code_of_zero").asInt());
                    int[] digits =
                            IntStream.rangeClosed(-2000, 2000)
                                    .map(i -> q.digit(i / 200.0) - levels / 2)
                                    .distinct()
                                    .sorted()
                                    .toArray();
                    assertThat(digits).hasSize(e.getValue().get("distinct").asInt());
                    assertThat(digits[0]).isEqualTo(e.getValue().get("min").asInt());
                    assertThat(digits[digits.length - 1])
                            .isEqualTo(e.getValue().get("max").asInt());
                });
        JsonNode two = Reference.FSQ.get("zero_and_range_L2_notebook");
        assertThat(TanhQuantiser.published(2).bound(0))
                .isCloseTo(two.get("bounded_at_0").asDouble(), within(1e-13));
    }

    @Test
    void binProbabilitiesAndEntropies() {
        Reference.FSQ
                .get("bin_probabilities_z_standard_normal")
                .properties()
                .forEach(e -> {
                    int levels = Integer.parseInt(e.getKey());
                    double[] tanh = DigitDistribution.of(ScalarForm.TANH.of(levels), 1);
                    double[] sigmoid = DigitDistribution.of(ScalarForm.SIGMOID.of(levels), 1);
                    // the shared tanh figures are those of the published shift for even L
                    double[] published =
                            DigitDistribution.of(ScalarForm.TANH_PUBLISHED.of(levels), 1);
                    assertThat(sigmoid)
                            .containsExactly(
                                    Reference.vector(e.getValue().get("sigmoid")), within(1e-12));
                    double[] expected = Reference.vector(e.getValue().get("tanh"));
                    boolean either =
                            near(tanh, expected, 1e-11) || near(published, expected, 1e-11);
                    assertThat(either).as("L = " + levels).isTrue();
                    assertThat(DigitDistribution.entropyBits(sigmoid))
                            .isCloseTo(
                                    e.getValue().get("entropy_bits_sigmoid").asDouble(),
                                    within(1e-12));
                    assertThat(DigitDistribution.entropyBits(tanh))
                            .isCloseTo(
                                    e.getValue().get("entropy_bits_tanh").asDouble(), within(2e-4));
                });
    }

    private static boolean near(double[] a, double[] b, double tolerance) {
        return IntStream.range(0, a.length).allMatch(i -> Math.abs(a[i] - b[i]) < tolerance);
    }

    @ParameterizedTest
    @EnumSource(ScalarForm.class)
    void slopesAreThoseOfTheUnroundedMapAndEdgesAreWhereDigitsChange(ScalarForm form) {
        long seed = 20261125;
        RandomStream random = new SeededStreams(seed).stream(form.ordinal());
        for (int levels = form.fewestLevels(); levels <= 17; levels++) {
            ScalarQuantiser q = form.of(levels);
            for (int i = 0; i < 50; i++) {
                double z = 1.5 * random.nextGaussian();
                double h = 1e-5;
                double difference = (q.position(z + h) - q.position(z - h)) / (2 * h);
                assertThat(q.slope(z))
                        .as("seed %d, L = %d, z = %s", seed, levels, z)
                        .isCloseTo(difference, within(1e-8 * levels));
                assertThat(q.digit(z)).isBetween(0, levels - 1);
            }
            double[] edges = q.edges();
            assertThat(edges).isSorted();
            for (int k = 0; k < edges.length; k++) {
                assertThat(q.digit(edges[k] - 1e-9)).as("L = %d", levels).isEqualTo(k);
                assertThat(q.digit(edges[k] + 1e-9)).as("L = %d", levels).isEqualTo(k + 1);
            }
            assertThat(q.digit(Double.NEGATIVE_INFINITY)).isZero();
            assertThat(q.digit(Double.POSITIVE_INFINITY)).isEqualTo(levels - 1);
            assertThat(DoubleSum.of(DigitDistribution.of(q, 0.7))).isCloseTo(1, within(1e-14));
            assertThatIllegalArgumentException().isThrownBy(() -> q.digit(Double.NaN));
        }
    }

    /** Of a few numbers. */
    private static final class DoubleSum {
        static double of(double[] values) {
            return java.util.Arrays.stream(values).sum();
        }
    }

    @Test
    void forOddLevelsTheEssaysFormIsThePapersAtHalfTheInput() {
        for (int levels = 3; levels <= 15; levels += 2) {
            SigmoidQuantiser sigmoid = new SigmoidQuantiser(levels);
            SymmetricQuantiser tanh = new SymmetricQuantiser(levels);
            for (double z = -6; z <= 6; z += 0.37) {
                assertThat(sigmoid.position(z)).isCloseTo(tanh.position(z / 2), within(1e-13));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 1, 257})
    void levelsOutsideTheRangeAreNamed(int levels) {
        for (ScalarForm form : ScalarForm.values()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> form.of(levels))
                    .withMessageContaining("levels (" + levels + ")");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> ScalarForm.TANH.of(2));
        assertThat(new SymmetricQuantiser(2).edge(0)).isZero();
    }

    @Test
    void indexAndDigitsAreABijection() {
        for (List<Integer> levels :
                List.of(
                        List.of(8, 6, 5),
                        List.of(8, 5, 5, 5),
                        List.of(7, 5, 5, 5, 5),
                        List.of(3, 4),
                        List.of(2))) {
            MixedRadix radix = new MixedRadix(levels);
            for (int index = 0; index < radix.size(); index++) {
                assertThat(radix.index(radix.digits(index))).isEqualTo(index);
            }
        }
        MixedRadix radix = new MixedRadix(List.of(8, 5, 5, 5));
        assertThat(radix.index(new int[] {7, 4, 4, 4})).isEqualTo(999);
        assertThatIllegalArgumentException().isThrownBy(() -> radix.digits(1000));
        assertThatIllegalArgumentException().isThrownBy(() -> radix.index(new int[] {8, 0, 0, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> new MixedRadix(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new MixedRadix(List.of(5, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MixedRadix(java.util.Collections.nCopies(40, 16)));
    }

    @Test
    void recommendedLevelsHaveTheirSizes() {
        Reference.FSQ
                .get("recommended_levels")
                .properties()
                .forEach(e ->
                        assertThat(
                                        new MixedRadix(Reference.list(e.getValue().get("levels")))
                                                .size())
                                .isEqualTo(e.getValue().get("size").asInt()));
    }
}
