package spaceslab.numerics.quantisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;
import tools.jackson.databind.JsonNode;

/** Against reference/fsq.json, identities and random inputs. */
class VectorQuantisationTest {
    private static final JsonNode VQ = Reference.FSQ.get("vq");
    private static final Codebook CODEBOOK = new Codebook(Reference.matrix(VQ.get("codebook")));
    private static final double[][] Z = Reference.matrix(VQ.get("z"));
    private static final int[] ASSIGNMENT = CODEBOOK.assign(Z);

    private static void assertClose(double[][] actual, double[][] expected, double tolerance) {
        assertThat(actual).hasDimensions(expected.length, expected[0].length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).containsExactly(expected[i], within(tolerance));
        }
    }

    @Test
    void assignmentUsageAndPerplexity() {
        assertThat(ASSIGNMENT).isEqualTo(Reference.integers(VQ.get("assign")));
        CodeUsage usage = CodeUsage.of(ASSIGNMENT, 4);
        assertThat(usage.usage()).isEqualTo(VQ.get("usage").asDouble());
        assertThat(usage.used()).isEqualTo(3);
        assertThat(usage.perplexity()).isCloseTo(VQ.get("perplexity").asDouble(), within(1e-14));
        assertThat(usage.sortedShares())
                .containsExactly(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3, 0}, within(1e-15));
        assertThat(usage.count(1)).isZero();
        assertThat(new Codebook(new double[][] {{1, 0}, {-1, 0}}).nearest(new double[] {0, 5}))
                .as("the first of equals")
                .isZero();
    }

    /** On whole numbers, where many codes are equally far. */
    @Test
    void aGuessChangesNoAssignment() {
        RandomStream random = new SeededStreams(3).stream(0);
        double[][] z = new double[200][6];
        double[][] codes = new double[40][6];
        for (double[][] rows : new double[][][] {z, codes}) {
            for (double[] row : rows) {
                Arrays.setAll(row, j -> random.nextInt(3));
            }
        }
        Codebook codebook = new Codebook(codes);
        for (double[] vector : z) {
            int first = 0;
            for (int i = 1; i < codes.length; i++) {
                boolean closer = codebook.distance(vector, i) < codebook.distance(vector, first);
                first = closer ? i : first;
            }
            assertThat(codebook.nearest(vector)).isEqualTo(first);
            assertThat(codebook.nearest(vector, random.nextInt(codes.length))).isEqualTo(first);
        }
    }

    @Test
    void lossAndGradients() {
        VectorQuantisationLoss loss =
                new VectorQuantisationLoss(
                        VQ.get("beta_codebook").asDouble(), VQ.get("gamma_commit").asDouble());
        assertThat(loss.value(CODEBOOK, Z, ASSIGNMENT))
                .isCloseTo(VQ.get("aux_loss").asDouble(), within(1e-14));
        double[][] upstream = Reference.matrix(VQ.get("upstream_dL_dzq"));
        assertClose(
                loss.gradientOfInputs(CODEBOOK, Z, ASSIGNMENT, upstream),
                Reference.matrix(VQ.get("dL_dz")),
                1e-14);
        assertClose(
                loss.gradientOfCodes(CODEBOOK, Z, ASSIGNMENT),
                Reference.matrix(VQ.get("dL_dcodebook")),
                1e-14);
    }

    @Test
    void withEqualWeightsTheHalvesAddUpToTheWholeDistance() {
        VectorQuantisationLoss both = new VectorQuantisationLoss(1, 1);
        double[][] zero = new double[Z.length][2];
        double[][] inputs = both.gradientOfInputs(CODEBOOK, Z, ASSIGNMENT, zero);
        double h = 1e-6;
        for (int i = 0; i < Z.length; i++) {
            for (int j = 0; j < 2; j++) {
                double[][] plus = copy(Z);
                double[][] minus = copy(Z);
                plus[i][j] += h;
                minus[i][j] -= h;
                double difference =
                        (CODEBOOK.distortion(plus, ASSIGNMENT)
                                        - CODEBOOK.distortion(minus, ASSIGNMENT))
                                / (2 * h);
                assertThat(inputs[i][j]).isCloseTo(difference, within(1e-8));
            }
        }
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    @Test
    void oneMovingAverageStepWithAndWithoutSmoothing() {
        JsonNode ema = VQ.get("ema");
        MovingAverageCodebook plain =
                MovingAverageCodebook.of(CODEBOOK, ema.get("decay").asDouble(), 0)
                        .updated(Z, ASSIGNMENT);
        assertThat(plain.counts()).containsExactly(Reference.vector(ema.get("N1")), within(1e-15));
        assertClose(plain.sums(), Reference.matrix(ema.get("m1")), 1e-15);
        assertClose(plain.codebook().codes(), Reference.matrix(ema.get("codebook_plain")), 1e-14);
        MovingAverageCodebook smooth =
                MovingAverageCodebook.of(
                                CODEBOOK,
                                ema.get("decay").asDouble(),
                                ema.get("laplace_eps").asDouble())
                        .updated(Z, ASSIGNMENT);
        assertThat(smooth.smoothedCounts())
                .containsExactly(Reference.vector(ema.get("N_smoothed")), within(1e-14));
        assertClose(
                smooth.codebook().codes(), Reference.matrix(ema.get("codebook_laplace")), 1e-13);
    }

    @Test
    void countsAreConservedWithoutReset() {
        long seed = 5;
        RandomStream random = new SeededStreams(seed).stream(0);
        double[][] z = gaussian(random, 37, 3);
        MovingAverageCodebook ema =
                MovingAverageCodebook.of(new Codebook(gaussian(random, 8, 3)), 0.9, 0);
        double total = 8;
        for (int step = 0; step < 20; step++) {
            ema = ema.updated(z, ema.codebook().assign(z));
            total = 0.9 * total + 0.1 * 37;
            assertThat(Arrays.stream(ema.counts()).sum())
                    .as("seed %d", seed)
                    .isCloseTo(total, within(1e-11));
        }
    }

    @Test
    void movingAverageIsAGradientStepOnTheCodebookTerm() {
        double decay = 0.9;
        double[] e = {0.3, -1.2};
        double[] z = {2.0, 0.5};
        MovingAverageCodebook ema =
                MovingAverageCodebook.of(new Codebook(new double[][] {e}), decay, 0)
                        .updated(new double[][] {z}, new int[] {0});
        double[][] gradient =
                new VectorQuantisationLoss(1, 0)
                        .gradientOfCodes(
                                new Codebook(new double[][] {e}),
                                new double[][] {z},
                                new int[] {0});
        for (int j = 0; j < 2; j++) {
            assertThat(ema.codebook().at(0, j))
                    .isCloseTo(e[j] - (1 - decay) / 2 * gradient[0][j], within(1e-15));
        }
    }

    @Test
    void deadCodesBecomeDifferentVectorsOfTheBatch() {
        RandomStream random = new SeededStreams(3).stream(0);
        double[][] z = gaussian(random, 5, 2);
        MovingAverageCodebook ema =
                MovingAverageCodebook.of(new Codebook(gaussian(random, 8, 2)), 0.5, 0)
                        .updated(z, new int[] {0, 0, 0, 0, 0});
        MovingAverageCodebook repaired = ema.reset(z, 1, random);
        Codebook codes = repaired.codebook();
        assertThat(codes.at(0, 0)).isEqualTo(ema.codebook().at(0, 0));
        long reset =
                Arrays.stream(codes.codes())
                        .filter(c -> Arrays.stream(z).anyMatch(v -> Arrays.equals(v, c)))
                        .count();
        assertThat(reset).as("as many as the batch has").isEqualTo(5);
        assertThat(CodeUsage.of(codes.assign(z), 8).used()).isEqualTo(5);
        assertThat(ema.counts()[1]).as("immutable").isEqualTo(0.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MovingAverageCodebook.of(codes, 1, 0));
    }

    @Test
    void kMeansNeverRaisesTheDistortionAndFindsSeparatedClusters() {
        long seed = 11;
        RandomStream random = new SeededStreams(seed).stream(0);
        double[][] z = gaussian(random, 300, 2);
        double last = Double.POSITIVE_INFINITY;
        for (int rounds = 0; rounds < 8; rounds++) {
            Codebook codes =
                    KMeans.codebook(
                            z, 12, rounds, new SeededStreams(seed).stream(1), StopSignal.never());
            double distortion = codes.distortion(z, codes.assign(z));
            assertThat(distortion).as("seed %d", seed).isLessThanOrEqualTo(last);
            last = distortion;
        }
        for (int i = 0; i < z.length; i++) {
            z[i][0] = 0.01 * z[i][0] + 10 * (i % 3);
            z[i][1] = 0.01 * z[i][1];
        }
        Codebook three =
                KMeans.codebook(z, 3, 5, new SeededStreams(seed).stream(2), StopSignal.never());
        assertThat(three.distortion(z, three.assign(z))).isLessThan(1e-3);
        double[][] same = new double[4][2];
        assertThat(KMeans.codebook(same, 6, 2, random, StopSignal.never()).size()).isEqualTo(6);
    }

    private static double[][] gaussian(RandomStream random, int rows, int columns) {
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            Arrays.setAll(row, j -> random.nextGaussian());
        }
        return values;
    }

    @Test
    void unevenCodebooksAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Codebook(new double[][] {{1}, {1, 2}}))
                .withMessageContaining("code 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Codebook(new double[0][]));
    }
}
