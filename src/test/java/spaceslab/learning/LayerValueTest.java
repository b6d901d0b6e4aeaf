package spaceslab.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/** One layer of each kind against the same formula in EJML or plain Java, in double precision. */
class LayerValueTest {
    private static final double TOLERANCE = 1e-12;

    private record Named(Map<String, double[]> all) {
        double[] get(String name) {
            return Objects.requireNonNull(all.get(name), name);
        }
    }

    private interface Expected {
        double[] of(Named weights, double[] x);
    }

    private static void compare(Function<Weights, Layer> layer, Expected expected, long... shape) {
        double[] input = new double[GradientCheck.size(shape)];
        RandomStream random = new SeededStreams(5).stream(1);
        Arrays.setAll(input, i -> random.nextGaussian());
        inScope((weights, names) -> {
            Layer made = layer.apply(weights);
            weights.all().forEach(w -> names.all().put(w.name(), w.tensor().toDoubles()));
            double[] found = made.apply(Tensor.of(Precision.FLOAT64, input, shape)).toDoubles();
            assertThat(found).containsExactly(expected.of(names, input), within(TOLERANCE));
        });
    }

    private static void inScope(BiConsumer<Weights, Named> body) {
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            body.accept(
                    Weights.of(new SeededStreams(2), Precision.FLOAT64),
                    new Named(new HashMap<>()));
        }
    }

    private static DMatrixRMaj matrix(double[] values, int rows, int columns) {
        return new DMatrixRMaj(rows, columns, true, values);
    }

    /** x Wᵀ + b for rows x. */
    private static DMatrixRMaj affine(DMatrixRMaj x, Named w, String name, int out) {
        DMatrixRMaj y = new DMatrixRMaj(x.getNumRows(), out);
        CommonOps_DDRM.multTransB(x, matrix(w.get(name + "weight"), out, x.getNumCols()), y);
        double[] bias = w.get(name + "bias");
        for (int i = 0; i < y.getNumRows(); i++) {
            for (int j = 0; j < out; j++) {
                y.set(i, j, y.get(i, j) + bias[j]);
            }
        }
        return y;
    }

    private static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b) {
        return CommonOps_DDRM.mult(a, b, null);
    }

    private static double[] rowMajor(DMatrixRMaj m) {
        return Arrays.copyOf(m.getData(), m.getNumElements());
    }

    @Test
    void linear() {
        compare(
                w -> new Linear(w, 3, 4),
                (w, x) -> rowMajor(affine(matrix(x, 5, 3), w, "", 4)),
                5,
                3);
    }

    @Test
    void causalAttention() {
        compare(
                w -> new MultiHeadAttention(w, 4, 2, true, Activation.IDENTITY),
                (w, x) -> {
                    DMatrixRMaj qkv = affine(matrix(x, 5, 4), w, "queriesKeysValues.", 12);
                    DMatrixRMaj mixed = new DMatrixRMaj(5, 4);
                    for (int head = 0; head < 2; head++) {
                        for (int t = 0; t < 5; t++) {
                            attend(qkv, mixed, head, t);
                        }
                    }
                    return rowMajor(affine(mixed, w, "out.", 4));
                },
                1,
                5,
                4);
    }

    private static void attend(DMatrixRMaj qkv, DMatrixRMaj mixed, int head, int t) {
        double total = 0;
        for (int s = 0; s <= t; s++) {
            double score = 0;
            for (int i = 2 * head; i < 2 * head + 2; i++) {
                score += qkv.get(t, i) * qkv.get(s, 4 + i);
            }
            double weight = Math.exp(score / Math.sqrt(2));
            total += weight;
            for (int i = 2 * head; i < 2 * head + 2; i++) {
                mixed.set(t, i, mixed.get(t, i) + weight * qkv.get(s, 8 + i));
            }
        }
        for (int i = 2 * head; i < 2 * head + 2; i++) {
            mixed.set(t, i, mixed.get(t, i) / total);
        }
    }

    @Test
    void norms() {
        compare(w -> new LayerNorm(w, 4), (w, x) -> normalised(x, 4, true, (float) 1e-5), 3, 4);
        compare(w -> new RmsNorm(w, 4), (w, x) -> normalised(x, 4, false, 1e-6), 3, 4);
    }

    private static double[] normalised(double[] x, int size, boolean centre, double epsilon) {
        double[] y = new double[x.length];
        for (int row = 0; row < x.length; row += size) {
            double mean = centre ? Arrays.stream(x, row, row + size).average().orElseThrow() : 0;
            double square = 0;
            for (int i = row; i < row + size; i++) {
                square += (x[i] - mean) * (x[i] - mean) / size;
            }
            for (int i = row; i < row + size; i++) {
                y[i] = (x[i] - mean) / Math.sqrt(square + epsilon);
            }
        }
        return y;
    }

    @Test
    void convolution() {
        compare(
                w -> new Convolution(w, 2, 3, 3, 2, 1),
                (w, x) -> {
                    double[] y = new double[3 * 3 * 3];
                    for (int o = 0; o < 3; o++) {
                        for (int p = 0; p < 9; p++) {
                            y[o * 9 + p] = w.get("bias")[o];
                            for (int tap = 0; tap < 18; tap++) {
                                int row = 2 * (p / 3) + tap % 9 / 3 - 1;
                                int column = 2 * (p % 3) + tap % 3 - 1;
                                if (row >= 0 && row < 5 && column >= 0 && column < 5) {
                                    y[o * 9 + p] +=
                                            w.get("kernel")[o * 18 + tap]
                                                    * x[tap / 9 * 25 + row * 5 + column];
                                }
                            }
                        }
                    }
                    return y;
                },
                1,
                2,
                5,
                5);
    }

    @Test
    void rotaryScoresDependOnDistancesOnly() {
        inScope((weights, names) -> {
            Rotary rotary = new Rotary(Precision.FLOAT64, 9, 4, 10);
            double[] same = new double[9 * 4];
            Arrays.setAll(same, i -> new double[] {0.3, -1, 0.7, 0.2}[i % 4]);
            Tensor x = rotary.apply(Tensor.of(Precision.FLOAT64, same, 1, 1, 9, 4));
            double[] scores = x.matMul(x.swap(-1, -2)).toDoubles();
            for (int t = 1; t < 9; t++) {
                for (int s = 1; s < 9; s++) {
                    assertThat(scores[9 * t + s])
                            .isCloseTo(scores[9 * (t - 1) + s - 1], within(TOLERANCE));
                }
            }
            assertThat(scores[1]).isNotCloseTo(scores[0], within(0.1));
        });
    }

    @Test
    void lossesByHand() {
        inScope((weights, names) -> {
            Tensor scores = Tensor.of(Precision.FLOAT64, new double[] {1, 2, 0, 5}, 2, 2);
            Tensor targets = Tensor.indices(new int[] {0, 1}, 2);
            double first = Math.log(1 + Math.E);
            double second = Math.log(1 + Math.exp(-5));
            assertThat(Losses.surprise(scores, targets).toDoubles())
                    .containsExactly(new double[] {first, second}, within(TOLERANCE));
            assertThat(Losses.crossEntropy(scores, targets).item())
                    .isCloseTo((first + second) / 2, within(TOLERANCE));
            Tensor half = Tensor.indices(new int[] {Losses.IGNORED, 1}, 2);
            assertThat(Losses.crossEntropy(scores, half).item())
                    .isCloseTo(second, within(TOLERANCE));
        });
    }

    @Test
    void straightThroughTakesTheStepForwardAndTheSlopeBackward() {
        inScope((weights, names) -> {
            Tensor z = weights.given("z", new double[] {0.4, 1.7}, 2);
            try (TensorScope step = TensorScope.step()) {
                Tensor q = StraightThroughEstimator.of(z, z.round());
                assertThat(q.toDoubles()).containsExactly(new double[] {0, 2}, within(TOLERANCE));
                Engine.backward(q.square().sum().array());
                Tensor gradient = step.adopt(Objects.requireNonNull(Engine.gradient(z.array())));
                assertThat(gradient.toDoubles())
                        .containsExactly(new double[] {0, 4}, within(TOLERANCE));
            }
        });
    }
}
