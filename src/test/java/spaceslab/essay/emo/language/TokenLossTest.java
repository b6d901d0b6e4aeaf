package spaceslab.essay.emo.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spaceslab.essay.emo.loss.Loss;
import spaceslab.experiment.Seeds;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.GradientCheck;
import spaceslab.learning.Precision;
import spaceslab.learning.Tensor;
import spaceslab.learning.TensorScope;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/** Losses on tensors against differences, against their analytic gradients, and their laws. */
class TokenLossTest {
    private static final Loss.Settings SETTINGS = new Loss.Settings(1.7, 0.3, 0.2, 0.4, 0.15);
    private static final int POSITIONS = 4;
    private static final int SYMBOLS = 7;
    private static final int WIDTH = 3;
    private static final int[] TARGETS = {0, 6, 3, 3};

    private final RandomStream random =
            new SeededStreams(Seeds.stream("token losses").nextLong()).stream(0);
    private final double[] embeddings = normal(SYMBOLS * WIDTH);
    private final double[] scores = normal(POSITIONS * SYMBOLS);

    private double[] normal(int count) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }

    private Tensor value(Loss loss, Tensor x) {
        UnitVectors vectors =
                UnitVectors.of(Tensor.of(Precision.FLOAT64, embeddings, SYMBOLS, WIDTH));
        return new TokenLoss(loss, SETTINGS).apply(x, Tensor.indices(TARGETS, POSITIONS), vectors);
    }

    private double value(Loss loss, double[] at) {
        try (TensorScope root = TensorScope.root(StopSignal.never())) {
            return value(loss, Tensor.of(Precision.FLOAT64, at, POSITIONS, SYMBOLS)).item();
        }
    }

    private double[] gradient(Loss loss, double[] at) {
        return GradientCheck.gradient(x -> value(loss, x), at, POSITIONS, SYMBOLS);
    }

    /** Where no gradient is stopped, the value's own differences are the gradient. */
    @ParameterizedTest
    @EnumSource(names = {"MLE", "EMO", "MIXED", "TOTAL_VARIATION", "LABEL_SMOOTHING"})
    void gradientIsTheDifferenceOfValues(Loss loss) {
        GradientCheck.checkAt(w -> x -> value(loss, x), scores, POSITIONS, SYMBOLS);
    }

    @Test
    void expectedCostIsTheSumOverAllSymbols() {
        double[] costs;
        try (TensorScope root = TensorScope.root(StopSignal.never())) {
            costs =
                    UnitVectors.of(Tensor.of(Precision.FLOAT64, embeddings, SYMBOLS, WIDTH))
                            .expectedCost(
                                    Tensor.of(Precision.FLOAT64, scores, POSITIONS, SYMBOLS),
                                    Tensor.indices(TARGETS, POSITIONS))
                            .toDoubles();
        }
        for (int n = 0; n < POSITIONS; n++) {
            assertThat(costs[n]).isCloseTo(expectedCost(n), within(1e-12));
        }
    }

    private double[] probabilities(int position) {
        double[] p = Arrays.copyOfRange(scores, position * SYMBOLS, (position + 1) * SYMBOLS);
        double sum = Arrays.stream(p).map(Math::exp).sum();
        return Arrays.stream(p).map(z -> Math.exp(z) / sum).toArray();
    }

    private double cost(int i, int j) {
        double dot = 0;
        double first = 0;
        double second = 0;
        for (int d = 0; d < WIDTH; d++) {
            dot += embeddings[i * WIDTH + d] * embeddings[j * WIDTH + d];
            first += embeddings[i * WIDTH + d] * embeddings[i * WIDTH + d];
            second += embeddings[j * WIDTH + d] * embeddings[j * WIDTH + d];
        }
        return 1 - dot / Math.sqrt(first * second);
    }

    private double expectedCost(int position) {
        double[] p = probabilities(position);
        double sum = 0;
        for (int i = 0; i < SYMBOLS; i++) {
            sum += p[i] * cost(i, TARGETS[position]);
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource
    void gradientIsTheAnalyticOne(Loss loss) {
        double[] gradient = gradient(loss, scores);
        double spread = loss.spread(SETTINGS);
        for (int n = 0; n < POSITIONS; n++) {
            double[] p = probabilities(n);
            int t = TARGETS[n];
            double e = expectedCost(n);
            Loss.Pull pull = loss.pull(p[t], e, SETTINGS);
            for (int k = 0; k < SYMBOLS; k++) {
                double target = (k == t ? 1 - spread : 0) + spread / SYMBOLS;
                double expected =
                        pull.toTarget() * (p[k] - target)
                                + pull.alongCost() * p[k] * (cost(k, t) - e);
                assertThat(gradient[n * SYMBOLS + k])
                        .isCloseTo(expected / POSITIONS, within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void gradientsOfAPositionSumToZeroAndAConstantChangesNothing(Loss loss) {
        double[] raised = Arrays.stream(scores).map(z -> z + 11).toArray();
        assertThat(value(loss, raised)).isCloseTo(value(loss, scores), within(1e-12));
        double[] gradient = gradient(loss, scores);
        assertThat(gradient(loss, raised)).containsExactly(gradient, within(1e-12));
        for (int n = 0; n < POSITIONS; n++) {
            assertThat(Arrays.stream(gradient, n * SYMBOLS, (n + 1) * SYMBOLS).sum())
                    .isCloseTo(0, within(1e-14));
        }
    }

    @Test
    void theCombinedFormHasTheValueOfMaximumLikelihood() {
        assertThat(value(Loss.MODE_1, scores)).isCloseTo(value(Loss.MLE, scores), within(1e-12));
    }

    /** In single precision a symbol that is certain makes nothing infinite. */
    @ParameterizedTest
    @EnumSource
    void certaintyIsFinite(Loss loss) {
        for (double margin : new double[] {10, 17, 40, 90}) {
            for (int sign : new int[] {1, -1}) {
                double[] sure = new double[POSITIONS * SYMBOLS];
                for (int n = 0; n < POSITIONS; n++) {
                    sure[n * SYMBOLS + TARGETS[n]] = sign * margin;
                }
                try (TensorScope root = TensorScope.root(StopSignal.never())) {
                    Tensor vectors = Tensor.of(Precision.FLOAT32, embeddings, SYMBOLS, WIDTH);
                    double value =
                            new TokenLoss(loss, SETTINGS)
                                    .apply(
                                            Tensor.of(Precision.FLOAT32, sure, POSITIONS, SYMBOLS),
                                            Tensor.indices(TARGETS, POSITIONS),
                                            UnitVectors.of(vectors))
                                    .item();
                    assertThat(value).as("%s at %s", loss, sign * margin).isFinite();
                }
            }
        }
    }

    @Test
    void shuffledVectorsAreTheSameVectors() {
        try (TensorScope root = TensorScope.root(StopSignal.never())) {
            UnitVectors vectors = UnitVectors.of(Tensor.of(Precision.FLOAT64, normal(50), 50, 1));
            UnitVectors wide = UnitVectors.of(Tensor.of(Precision.FLOAT64, normal(150), 50, 3));
            assertThat(Arrays.stream(vectors.rows().toDoubles()).boxed())
                    .allMatch(x -> Math.abs(Math.abs(x) - 1) < 1e-12);
            double[] before = wide.rows().toDoubles();
            double[] after =
                    wide.shuffled(
                                    new SeededStreams(Seeds.stream("token losses").nextLong())
                                            .stream(0))
                            .rows()
                            .toDoubles();
            assertThat(after).isNotEqualTo(before);
            assertThat(after).containsExactlyInAnyOrder(before);
        }
    }
}
