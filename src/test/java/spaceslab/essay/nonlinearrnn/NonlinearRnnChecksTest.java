package spaceslab.essay.nonlinearrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.Sample;

/** Every check can come out both ways, and reads numbers whether they were stored as 1 or 1.0. */
class NonlinearRnnChecksTest {
    private static final ResultSchema GAINS = new GainSweepExperiment().results();
    private static final ResultSchema ITERATE = new IterateExperiment().results();
    private static final ResultSchema SCALING = new ScalingExperiment().results();

    private static NamedResult result(
            ResultSchema schema,
            Map<String, String> parameters,
            Map<String, Object> values,
            Map<String, double[]> series,
            Map<String, List<List<Object>>> tables) {
        Map<String, RunResult.Series> curves = new java.util.HashMap<>();
        series.forEach((name, y) -> curves.put(name, curve(y)));
        return new NamedResult(
                schema,
                parameters,
                new RunResult(
                        values,
                        curves,
                        tables,
                        Map.of(),
                        Map.of(),
                        List.of(),
                        Map.of(),
                        Optional.empty()));
    }

    /** Over 1, 10, 100, … */
    private static RunResult.Series curve(double[] y) {
        double[] x = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.pow(10, i);
        }
        return new RunResult.Series(x, y, new double[0], new double[0]);
    }

    private static List<Object> run(Number sigma, Number gain, String method, int sweeps) {
        return List.of(sigma, gain, method, sweeps, "converged", 2.0);
    }

    private static List<Object> setting(Number sigma, Number gain, double lyapunov) {
        return List.of(sigma, gain, lyapunov, 0.5, 1, 9, 9, 9, 9, 9, 9, 9, 9);
    }

    private static List<Boolean> agree(Sample sample) {
        return sample.effects().stream().map(effect -> effect.agrees()).toList();
    }

    @Test
    void oneIsOnePointZero() {
        for (Number one : List.<Number>of(1, 1.0)) {
            NamedResult r =
                    result(
                            GAINS,
                            Map.of("gains", "1"),
                            Map.of(),
                            Map.of(),
                            Map.of(
                                    "runs",
                                    List.of(
                                            run(0.1, one, "fixedA", 5),
                                            run(0.1, one, "jacobi", 20),
                                            run(one, one, "fixedA", 30),
                                            run(one, one, "jacobi", 20)),
                                    "settings",
                                    List.of(setting(0.1, one, -1), setting(one, one, -2))));
            assertThat(agree(NonlinearRnnChecks.simple(r))).containsExactly(true, false);
        }
    }

    private static Sample exponent(int weak, int strong, double weakExponent) {
        return NonlinearRnnChecks.exponent(
                result(
                        GAINS,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(
                                "runs",
                                List.of(
                                        run(0.1, 0.8, "newton", weak),
                                        run(1, 0.8, "newton", 5),
                                        run(1, 1.2, "newton", strong)),
                                "settings",
                                List.of(
                                        setting(0.1, 0.8, weakExponent),
                                        setting(1, 0.8, -0.7),
                                        setting(1, 1.2, -0.4)))));
    }

    @Test
    void theExponentDecidesWhereItsOrderIsThatOfTheSweeps() {
        assertThat(agree(exponent(4, 7, -0.2))).containsExactly(true, false);
        assertThat(agree(exponent(9, 7, -0.2))).containsExactly(true, true);
        assertThat(agree(exponent(4, 7, -0.5))).containsExactly(true, true);
        assertThat(agree(exponent(4, 3, -0.2))).containsExactly(false, true);
    }

    private static Sample price(double[] newton, double[] jacobi) {
        List<Object> longest = List.of(100, -1, 5, "never", 30, "never", 100, 20, 6400, 640_000);
        return NonlinearRnnChecks.price(
                result(
                        SCALING,
                        Map.of(),
                        Map.of(),
                        Map.of("speedUp.newton", newton, "speedUp.jacobi", jacobi),
                        Map.of("lengths", List.of(longest))));
    }

    @Test
    void parallelEvaluationPaysWhereAnyMethodIsFasterThanTheLoop() {
        double[] slow = {0.01, 0.1, 0.5};
        Sample never = price(slow, slow);
        assertThat(agree(never)).containsExactly(false, false);
        assertThat(never.figures()).containsExactly(100.0, 10.0, 0.1, 100.0, 0.5);
        assertThat(agree(price(slow, new double[] {0.1, 0.9, 3}))).containsExactly(false, true);
        assertThat(agree(price(new double[] {1, 2, 8}, slow))).containsExactly(true, true);
    }

    private static Sample quadratic(double... errors) {
        List<Object> newton = List.of("newton", 3, "converged", 0.0, 1.0, 9, 9, 9, 9.0);
        return NonlinearRnnChecks.quadratic(
                result(
                        ITERATE,
                        Map.of(),
                        Map.of(),
                        Map.of("error.newton", errors),
                        Map.of("methods", List.of(newton))));
    }

    @Test
    void theOrderIsReadAboveRounding() {
        assertThat(quadratic(1e-1, 1e-2, 1e-4, 1e-8, 1e-16).effects().getFirst().value())
                .isCloseTo(2, within(1e-9));
        assertThat(agree(quadratic(1e-1, 1e-2, 1e-3, 1e-4))).containsExactly(false);
    }

    private static Sample chaos(int sweeps, String ending, double lyapunov) {
        List<Object> newton = List.of("newton", sweeps, ending, 0.0, 1.0, 9, 9, 9, 9.0);
        return NonlinearRnnChecks.chaos(
                result(
                        ITERATE,
                        Map.of(),
                        Map.of("sequentialDepth", 512, "lyapunov", lyapunov),
                        Map.of(),
                        Map.of("methods", List.of(newton))));
    }

    @Test
    void onlyAChaoticNetworkThatConvergesSpeaksAgainstTheClaim() {
        assertThat(agree(chaos(400, "converged", 0.1))).containsExactly(false);
        assertThat(agree(chaos(512, "capped", 0.1))).containsExactly(true);
        assertThat(agree(chaos(5, "converged", -0.1))).containsExactly(true);
    }
}
