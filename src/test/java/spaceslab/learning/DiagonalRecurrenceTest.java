package spaceslab.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

class DiagonalRecurrenceTest {
    private static final int TIME = 50;
    private static final int CHANNELS = 2;
    private static final int STATES = 3;

    private static void inScope(
            RecurrenceStart start,
            boolean bothWays,
            BiConsumer<DiagonalRecurrence, Map<String, double[]>> body) {
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            Weights weights = Weights.of(new SeededStreams(2), Precision.FLOAT64);
            var made = new DiagonalRecurrence(weights, CHANNELS, STATES, TIME, start, bothWays);
            Map<String, double[]> named = new HashMap<>();
            weights.all().forEach(w -> named.put(w.name(), w.tensor().toDoubles()));
            body.accept(made, named);
        }
    }

    /** The state after every step of one system, by the recurrence itself: 2 Re Σ c s_t. */
    private static double[] stepByStep(
            Map<String, double[]> w, String prefix, int channel, double[] u) {
        double[] nothing = new double[CHANNELS * STATES];
        double[] logDecay = Objects.requireNonNull(w.get(prefix + "logDecay"));
        double[] real = Objects.requireNonNull(w.get(prefix + "real"));
        double[] angle = w.getOrDefault(prefix + "angle", nothing);
        double[] imaginary = w.getOrDefault(prefix + "imaginary", nothing);
        double[] y = new double[u.length];
        for (int n = channel * STATES; n < (channel + 1) * STATES; n++) {
            double size = Math.exp(-Math.exp(logDecay[n]));
            double a = size * Math.cos(angle[n]);
            double b = size * Math.sin(angle[n]);
            double re = 0;
            double im = 0;
            for (int t = 0; t < u.length; t++) {
                double next = a * re - b * im + u[t];
                im = a * im + b * re;
                re = next;
                y[t] += 2 * (real[n] * re - imaginary[n] * im);
            }
        }
        return y;
    }

    private static double[] reversed(double[] x) {
        double[] turned = new double[x.length];
        Arrays.setAll(turned, i -> x[x.length - 1 - i]);
        return turned;
    }

    @ParameterizedTest
    @CsvSource({
        "S4D_LIN,false", "S4D_INV,false", "RANDOM,false", "AVERAGES,false",
        "S4D_LIN,true", "S4D_INV,true", "RANDOM,true", "AVERAGES,true"
    })
    void convolutionByFourierTransformIsTheRecurrence(RecurrenceStart start, boolean bothWays) {
        double[] input = new double[TIME * CHANNELS];
        RandomStream random = new SeededStreams(5).stream(1);
        Arrays.setAll(input, i -> random.nextGaussian());
        inScope(
                start,
                bothWays,
                (layer, w) -> {
                    Tensor x = Tensor.of(Precision.FLOAT64, input, 1, TIME, CHANNELS);
                    double[] found = layer.apply(x).toDoubles();
                    double[] through = Objects.requireNonNull(w.get("through"));
                    for (int channel = 0; channel < CHANNELS; channel++) {
                        int c = channel;
                        double[] u = new double[TIME];
                        Arrays.setAll(u, t -> input[t * CHANNELS + c]);
                        double[] past = stepByStep(w, "", c, u);
                        double[] future =
                                bothWays
                                        ? reversed(stepByStep(w, "after.", c, reversed(u)))
                                        : new double[TIME];
                        for (int t = 0; t < TIME; t++) {
                            double after = t + 1 < TIME ? future[t + 1] : 0;
                            double expected = past[t] + after + through[c] * u[t];
                            assertThat(found[t * CHANNELS + c]).isCloseTo(expected, within(1e-10));
                        }
                    }
                });
    }

    /** One channel's answer to a single input in the middle is its kernel. */
    @ParameterizedTest
    @CsvSource({"false", "true"})
    void theKernelIsTheAnswerToOneInput(boolean bothWays) {
        int middle = 20;
        double[] one = new double[TIME * CHANNELS];
        Arrays.fill(one, middle * CHANNELS, (middle + 1) * CHANNELS, 1);
        inScope(
                RecurrenceStart.S4D_LIN,
                bothWays,
                (layer, w) -> {
                    Tensor x = Tensor.of(Precision.FLOAT64, one, 1, TIME, CHANNELS);
                    double[] answer = layer.apply(x).minus(x).toDoubles();
                    double[] kernel = layer.kernel(TIME).toDoubles();
                    for (int t = 0; t < TIME; t++) {
                        for (int c = 0; c < CHANNELS; c++) {
                            int at = c * (2 * TIME - 1) + TIME - 1 + t - middle;
                            assertThat(answer[t * CHANNELS + c])
                                    .isCloseTo(kernel[at], within(1e-10));
                        }
                    }
                    double future = 0;
                    for (int l = 0; l < TIME - 1; l++) {
                        future = Math.max(future, Math.abs(kernel[l]));
                    }
                    if (bothWays) {
                        assertThat(future).isPositive();
                    } else {
                        assertThat(future).isZero();
                    }
                });
    }

    /**
     * One state is one pole: |K_l| falls with the step's half, and turns at the pole's frequency.
     */
    @ParameterizedTest
    @EnumSource(names = {"S4D_LIN", "S4D_INV"})
    void structuredStartsSampleTheirPoles(RecurrenceStart start) {
        RecurrenceStart.Values values =
                start.draw(new SeededStreams(4).stream(0), CHANNELS, STATES, TIME);
        for (int channel = 0; channel < CHANNELS; channel++) {
            double step = 2 * Math.exp(values.logDecay()[channel * STATES]);
            assertThat(step).isBetween(1.0 / TIME, 0.1);
            for (int n = 0; n < STATES; n++) {
                int i = channel * STATES + n;
                double pole =
                        start == RecurrenceStart.S4D_LIN
                                ? Math.PI * n
                                : 6 / Math.PI * (6.0 / (2 * n + 1) - 1);
                assertThat(values.angle()[i]).isCloseTo(step * pole, within(1e-12));
                assertThat(2 * Math.exp(values.logDecay()[i])).isCloseTo(step, within(1e-12));
            }
        }
    }
}
