package spaceslab.essay.nonlinearrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spaceslab.experiment.Seeds;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.ComplexEigen;
import tools.jackson.databind.JsonNode;

class SweepOraclesTest {
    private static final JsonNode DEER = ReferenceCases.read("deer");
    private static final Map<Method, String> NAMES =
            Map.of(
                    Method.JACOBI, "jacobi",
                    Method.PICARD, "picard",
                    Method.FIXED_A, "fixedA",
                    Method.EXPAND_INPUT, "taylor_u",
                    Method.NEWTON, "newton",
                    Method.QUASI, "quasi",
                    Method.SCALE_ELK, "scale_elk");

    /** Iterates 0 … sweeps from zeros. */
    static List<double[]> iterates(
            RecurrentProblem problem, Method method, SweepSettings settings, int sweeps) {
        List<double[]> all = new ArrayList<>();
        new SweepRun(problem, problem.sequential(), Clip.OFF, StoppingRule.ERROR, -1, sweeps)
                .run(
                        settings.sweep(problem, method).orElseThrow(),
                        problem.zeros(),
                        (n, states, error, step) -> all.add(states.clone()),
                        StopSignal.never());
        return all;
    }

    private static SweepSettings with(double k, double noise) {
        return new SweepSettings(k, noise, 0.5, Precision.FLOAT64);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"DIAGONALISED", "DECOUPLED", "ELK", "QUASI_ELK"},
            mode = EnumSource.Mode.EXCLUDE)
    void affineIteratesAreTheReferences(Method method) {
        RecurrentProblem problem = ReferenceCases.tanh();
        JsonNode variant = DEER.at("/caseA_tanh_d3_T12/variants").get(NAMES.get(method));
        List<double[]> all = iterates(problem, method, SweepSettings.PLAIN, 13);
        for (int n = 1; n <= 3; n++) {
            assertThat(ReferenceCases.afterStart(all.get(n), 3))
                    .as("%s after %d sweeps", method, n)
                    .containsExactly(
                            ReferenceCases.flat(variant.get("iterate_" + n)), within(1e-13));
        }
        double[] errors = ReferenceCases.flat(variant.get("max_abs_error_by_iteration"));
        double[] truth = problem.sequential();
        for (int n = 0; n < errors.length; n++) {
            assertThat(RecurrentProblem.distance(all.get(n), truth))
                    .as("%s after %d sweeps", method, n)
                    .isCloseTo(errors[n], within(1e-13 + 1e-9 * errors[n]));
        }
    }

    @Test
    void gruErrorsAreTheReferences() {
        RecurrentProblem problem = ReferenceCases.gru();
        Map<Method, String> names =
                Map.of(
                        Method.JACOBI, "jacobi",
                        Method.FIXED_A, "blogA",
                        Method.QUASI, "quasi",
                        Method.NEWTON, "newton");
        names.forEach((method, name) -> {
            JsonNode reference = DEER.at("/gru_d3_T10/errors");
            List<double[]> all = iterates(problem, method, SweepSettings.PLAIN, 11);
            assertThat(ReferenceCases.afterStart(all.get(1), 3))
                    .containsExactly(
                            ReferenceCases.flat(reference.get(name + "_iterate_1")), within(1e-14));
            double[] errors = ReferenceCases.flat(reference.get(name));
            for (int n = 0; n < errors.length; n++) {
                assertThat(RecurrentProblem.distance(all.get(n), problem.sequential()))
                        .as("%s after %d sweeps", name, n)
                        .isCloseTo(errors[n], within(1e-13));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"ELK", "QUASI_ELK"})
    void kalmanIteratesAreTheReferences(Method method) {
        RecurrentProblem problem = ReferenceCases.tanh();
        String name = method == Method.ELK ? "elk" : "quasi_elk";
        for (String noise : List.of("1e+12", "1e+08", "10", "1", "1e-09")) {
            JsonNode reference = DEER.at("/elk_caseA").get(name + "_sigma2=" + noise);
            double[] errors = ReferenceCases.flat(reference.get("errors"));
            List<double[]> all =
                    iterates(
                            problem, method, with(0, Double.parseDouble(noise)), errors.length - 1);
            for (int n = 1; n <= 2; n++) {
                assertThat(ReferenceCases.afterStart(all.get(n), 3))
                        .as("%s σ²=%s after %d", name, noise, n)
                        .containsExactly(
                                ReferenceCases.flat(reference.get("iterate_" + n)), within(1e-12));
            }
            for (int n = 0; n < errors.length; n++) {
                assertThat(RecurrentProblem.distance(all.get(n), problem.sequential()))
                        .as("%s σ²=%s after %d", name, noise, n)
                        .isCloseTo(errors[n], within(1e-13));
            }
        }
    }

    @Test
    void elkBreaksFiniteTerminationAndTheAffineMethodsKeepIt() {
        RecurrentProblem problem =
                RandomProblem.of(CellKind.TANH, 4, 20, 1.5, 1, Seeds.stream("end").nextLong());
        double[] truth = problem.sequential();
        for (Method method : Method.values()) {
            List<double[]> all = iterates(problem, method, with(0.2, 1), 20);
            for (int n = 0; n <= 20; n++) {
                double prefix = 0;
                for (int i = 0; i < (n + 1) * 4; i++) {
                    prefix = Math.max(prefix, Math.abs(all.get(n)[i] - truth[i]));
                }
                if (!method.terminates()) {
                    if (n == 1) {
                        assertThat(prefix).as("%s", method).isGreaterThan(1e-6);
                    }
                } else if (method == Method.DIAGONALISED || method == Method.DECOUPLED) {
                    // P y rounds: each state hangs on a product with P and its inverse.
                    assertThat(prefix).as("%s n=%d", method, n).isLessThan(1e-9);
                } else {
                    assertThat(prefix).as("%s n=%d", method, n).isLessThan(1e-15);
                }
            }
        }
    }

    @Test
    void dampingReachesFromNewtonToJacobi() {
        RecurrentProblem problem = ReferenceCases.tanh();
        List<double[]> newton = iterates(problem, Method.NEWTON, SweepSettings.PLAIN, 5);
        List<double[]> jacobi = iterates(problem, Method.JACOBI, SweepSettings.PLAIN, 5);
        List<double[]> none = iterates(problem, Method.SCALE_ELK, with(0, 1), 5);
        List<double[]> all = iterates(problem, Method.SCALE_ELK, with(1, 1), 5);
        for (int n = 0; n <= 5; n++) {
            assertThat(none.get(n)).isEqualTo(newton.get(n));
            assertThat(all.get(n)).containsExactly(jacobi.get(n), within(1e-16));
        }
    }

    @Test
    void eigenbasisIsTheSameIterationInOtherCoordinates() {
        RecurrentProblem problem =
                RandomProblem.of(CellKind.TANH, 6, 60, 0.7, 0.5, Seeds.stream("P").nextLong());
        ComplexEigen basis = ComplexEigen.of(6, problem.cell().constantMatrix()).orElseThrow();
        List<double[]> plain = iterates(problem, Method.FIXED_A, SweepSettings.PLAIN, 8);
        List<double[]> diagonal = iterates(problem, Method.DIAGONALISED, SweepSettings.PLAIN, 8);
        // each of n sweeps passes each of 60 times through P and its inverse
        double rounding = 60 * Math.ulp(1.0) * (10 + basis.condition());
        for (int n = 0; n <= 8; n++) {
            double size = 1 + RecurrentProblem.distance(plain.get(n), problem.zeros());
            assertThat(RecurrentProblem.distance(plain.get(n), diagonal.get(n)))
                    .as("condition %s", basis.condition())
                    .isLessThan(rounding * (n + 1) * size);
        }
        RecurrentProblem small = ReferenceCases.tanh();
        List<double[]> x = iterates(small, Method.FIXED_A, SweepSettings.PLAIN, 6);
        List<double[]> py = iterates(small, Method.DIAGONALISED, SweepSettings.PLAIN, 6);
        for (int n = 1; n <= 6; n++) {
            assertThat(RecurrentProblem.distance(x.get(n), py.get(n))).isLessThan(1e-14);
        }
    }

    @Test
    void anotherDiagonalLeavesTheFixedPointWhereItIs() {
        RecurrentProblem problem = ReferenceCases.tanh();
        ComplexEigen basis = ComplexEigen.of(3, problem.cell().constantMatrix()).orElseThrow();
        double[] other = basis.values().clone();
        for (int k = 0; k < 6; k += 2) {
            other[k] = 0.3 * other[k] + 0.1;
            other[k + 1] *= 0.3;
        }
        for (double[] lambda : List.of(other, new double[6])) {
            Sweep sweep = new EigenbasisSweep(problem, basis, lambda);
            double[] old = problem.zeros();
            for (int n = 0; n < 12; n++) {
                double[] next = problem.zeros();
                sweep.sweep(old, next);
                old = next;
            }
            assertThat(RecurrentProblem.distance(old, problem.sequential())).isLessThan(1e-13);
        }
    }

    @Test
    void oneSweepIsEnoughForLinearAndForMemorylessNetworks() {
        RecurrentProblem zero =
                new RecurrentProblem(
                        new TanhCell(2, new double[4]),
                        new double[] {1, 2, 3, 4, 5, 6},
                        new double[2]);
        for (Method method :
                List.of(Method.JACOBI, Method.FIXED_A, Method.EXPAND_INPUT, Method.NEWTON)) {
            assertThat(iterates(zero, method, SweepSettings.PLAIN, 1).get(1))
                    .isEqualTo(zero.sequential());
        }
        // tanh is linear to 1e-18 at inputs of 1e-9: one sweep with B = A is exact to that.
        double[] tiny = Seeds.stream("linear").doubles(60, -1e-9, 1e-9).toArray();
        RecurrentProblem linear =
                new RecurrentProblem(
                        new TanhCell(2, new double[] {.5, .2, -.3, .4}), tiny, new double[2]);
        assertThat(
                        RecurrentProblem.distance(
                                iterates(linear, Method.FIXED_A, SweepSettings.PLAIN, 1).get(1),
                                linear.sequential()))
                .isLessThan(1e-24);
    }

    @Test
    void normBoundsHold() {
        for (Method method : List.of(Method.FIXED_A, Method.JACOBI)) {
            double bound = method == Method.FIXED_A ? 0.4 / 0.6 : 0.4;
            for (int draw = 0; draw < 20; draw++) {
                RecurrentProblem drawn =
                        RandomProblem.of(
                                CellKind.TANH, 5, 100, 1, 1, Seeds.stream("norm").nextLong());
                double[] a = drawn.cell().parameters();
                double norm =
                        org.ejml.dense.row.NormOps_DDRM.normP2(
                                org.ejml.data.DMatrixRMaj.wrap(5, 5, a.clone()));
                for (int k = 0; k < a.length; k++) {
                    a[k] *= 0.4 / norm;
                }
                List<double[]> all = iterates(drawn, method, SweepSettings.PLAIN, 12);
                double[] truth = drawn.sequential();
                for (int n = 1; n < all.size() && norm2(all.get(n), truth) > 1e-12; n++) {
                    assertThat(norm2(all.get(n), truth))
                            .isLessThanOrEqualTo(bound * norm2(all.get(n - 1), truth) * (1 + 1e-9));
                }
            }
        }
    }

    private static double norm2(double[] states, double[] truth) {
        double largest = 0;
        for (int t = 0; t < states.length / 5; t++) {
            double sum = 0;
            for (int k = t * 5; k < t * 5 + 5; k++) {
                sum += (states[k] - truth[k]) * (states[k] - truth[k]);
            }
            largest = Math.max(largest, Math.sqrt(sum));
        }
        return largest;
    }

    /** Predicted rates |a|s for Jacobi, a(1 − s)/(1 − a) for B = A, near the fixed point. */
    @Test
    void scalarRatesAreTheLocalFormulas() {
        double[][] cases = {{.5, .1}, {.5, 1}};
        for (double[] c : cases) {
            double[] inputs = new double[400];
            java.util.Arrays.fill(inputs, c[1]);
            RecurrentProblem problem =
                    new RecurrentProblem(
                            new TanhCell(1, new double[] {c[0]}), inputs, new double[1]);
            double x = problem.sequential()[400];
            double s = 1 - x * x;
            assertThat(rate(problem, Method.JACOBI)).isCloseTo(c[0] * s, within(2e-3));
            assertThat(rate(problem, Method.FIXED_A))
                    .isCloseTo(c[0] * (1 - s) / (1 - c[0]), within(2e-2));
        }
    }

    private static double rate(RecurrentProblem problem, Method method) {
        List<double[]> all = iterates(problem, method, SweepSettings.PLAIN, 60);
        double truth = problem.sequential()[400];
        double rate = Double.NaN;
        for (int n = 2; n < 60; n++) {
            double before = Math.abs(all.get(n - 1)[400] - truth);
            double after = Math.abs(all.get(n)[400] - truth);
            if (after > 1e-13) {
                rate = after / before;
            }
        }
        return rate;
    }

    @Test
    void float32AndFloat64PartWaysInChaos() {
        RecurrentProblem chaos = RandomProblem.of(CellKind.TANH, 16, 512, 3, 0.1, 2024);
        double[] truth = chaos.sequential();
        SweepSettings single = new SweepSettings(0.2, 1e8, 0.5, Precision.FLOAT32);
        double[] rounded = iterates(chaos, Method.JACOBI, single, 512).get(512);
        assertThat(RecurrentProblem.distance(rounded, truth)).isGreaterThan(0.1);
        RecurrentProblem calm = RandomProblem.of(CellKind.TANH, 16, 512, 0.4, 1, 2024);
        double[] close = iterates(calm, Method.NEWTON, single, 20).get(20);
        assertThat(RecurrentProblem.distance(close, calm.sequential())).isLessThan(1e-6);
    }
}
