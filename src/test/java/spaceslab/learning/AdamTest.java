package spaceslab.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.SeededStreams;

/** Against the formula of {@link Adam}, written out in Java. */
class AdamTest {
    private static final double RATE = 0.01;

    @Test
    void followsTheFormula() {
        compare(Adam.Settings.usual(), Precision.FLOAT64, 1e-6);
    }

    @Test
    void decaysMatricesOnly() {
        compare(Adam.Settings.usual().decaying(0.1), Precision.FLOAT64, 1e-6);
    }

    @Test
    void clipsTheWholeGradient() {
        compare(
                Adam.Settings.usual().clipping(0.5).remembering(0.8, 0.95),
                Precision.FLOAT64,
                1e-6);
    }

    @Test
    void followsTheFormulaInSinglePrecision() {
        compare(Adam.Settings.usual().decaying(0.1).clipping(0.5), Precision.FLOAT32, 1e-5);
    }

    /** Loss Σ (w − target)⁴ / 4 over a matrix and a vector; its gradient is (w − target)³. */
    private static void compare(Adam.Settings settings, Precision precision, double tolerance) {
        double[] w = {1, -2, 0.5, 0.3, 2, -1};
        double[] target = {0, 1, 0, 2, 1, -1.5};
        double[] m = new double[6];
        double[] v = new double[6];
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            Weights weights = Weights.of(new SeededStreams(1), precision);
            Tensor matrix = weights.given("matrix", new double[] {1, -2, 0.5, 0.3}, 2, 2);
            Tensor vector = weights.given("vector", new double[] {2, -1}, 2);
            Adam adam = new Adam(weights, settings);
            for (int t = 1; t <= 50; t++) {
                try (TensorScope step = TensorScope.step()) {
                    Tensor all = Tensor.concat(0, matrix.reshape(4), vector);
                    Tensor error = all.minus(Tensor.of(precision, target, 6));
                    adam.step(error.square().square().sum().times(0.25), RATE);
                }
                expected(settings, t, w, target, m, v);
            }
            double[] found = Tensor.concat(0, matrix.reshape(4), vector).toDoubles();
            assertThat(found).containsExactly(w, within(tolerance));
        }
    }

    private static void expected(
            Adam.Settings s, int t, double[] w, double[] target, double[] m, double[] v) {
        double[] g = new double[w.length];
        double norm = 0;
        for (int i = 0; i < w.length; i++) {
            g[i] = Math.pow(w[i] - target[i], 3);
            norm += g[i] * g[i];
        }
        double beta1 = (float) s.beta1();
        double beta2 = (float) s.beta2();
        double scale = Math.min(1, s.clipNorm() / Math.sqrt(norm));
        for (int i = 0; i < w.length; i++) {
            double gradient = scale * g[i];
            m[i] = beta1 * m[i] + (1 - beta1) * gradient;
            v[i] = beta2 * v[i] + (1 - beta2) * gradient * gradient;
            double mean = m[i] / (1 - Math.pow(beta1, t));
            double square = v[i] / (1 - Math.pow(beta2, t));
            double decay = i < 4 ? s.decay() : 0;
            w[i] -= RATE * decay * w[i] + RATE * mean / (Math.sqrt(square) + s.epsilon());
        }
    }

    @Test
    void leavesTheWeightsWhereTheGradientIsNotFinite() {
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            Weights weights = Weights.of(new SeededStreams(1), Precision.FLOAT32);
            Tensor w = weights.given("w", new double[] {0, 4}, 2);
            Adam adam = new Adam(weights, Adam.Settings.usual());
            try (TensorScope step = TensorScope.step()) {
                // √0: the loss is finite, its slope is not
                Tensor loss = w.squareRoot().sum();
                assertThatThrownBy(() -> adam.step(loss, RATE))
                        .isInstanceOf(Diverged.class)
                        .hasMessageContaining("step 1")
                        .hasMessageContaining("loss 2.0");
            }
            assertThat(w.toDoubles()).containsExactly(0, 4);
            try (TensorScope step = TensorScope.step()) {
                adam.step(w.square().sum(), RATE);
            }
            assertThat(w.toDoubles()[1]).isCloseTo(4 - RATE, within(1e-6));
        }
    }

    @Test
    void namesWhatItRefuses() {
        assertThatThrownBy(() -> Adam.Settings.usual().remembering(1, 0.9))
                .hasMessageContaining("beta1 (1.0)");
        assertThatThrownBy(() -> Adam.Settings.usual().clipping(0))
                .hasMessageContaining("clipNorm (0.0)");
    }
}
