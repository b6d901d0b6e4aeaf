package spaceslab.essay.amed.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static spaceslab.essay.amed.AmedReference.JSON;
import static spaceslab.essay.amed.AmedReference.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import spaceslab.essay.amed.AmedReference;
import spaceslab.essay.amed.score.Gaussian;
import spaceslab.essay.amed.score.ScoreModel;
import spaceslab.essay.amed.solver.UniPc.Variant;
import spaceslab.experiment.StopSignal;
import tools.jackson.databind.JsonNode;

/** Every sampler against outputs and orders that NumPy computed. */
class ReferenceSolversTest {
    private static final Map<String, IntFunction<Solver>> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("euler", n -> Solvers.euler());
        BY_NAME.put("heun", n -> TwoStage.heun());
        BY_NAME.put("midpoint_arithmetic", n -> TwoStage.midpoint());
        BY_NAME.put("dpm_solver_2_r0.5", n -> TwoStage.dpmSolver2(0.5));
        BY_NAME.put("dpm_solver_2", n -> TwoStage.dpmSolver2(0.5));
        BY_NAME.put("dpm_solver_2_r0.3", n -> TwoStage.dpmSolver2(0.3));
        BY_NAME.put("amed_r0.4_c1", n -> Amed.fixed(n, 0.4, 1));
        BY_NAME.put("amed_r0.4_c1.01", n -> Amed.fixed(n, 0.4, 1.01));
        BY_NAME.put("amed_r0.5", n -> Amed.fixed(n, 0.5, 1));
        BY_NAME.put("amed_r0.4", n -> Amed.fixed(n, 0.4, 1));
        for (int order = 1; order <= 4; order++) {
            int k = order;
            BY_NAME.put("ipndm_" + k, n -> Solvers.ipndm(k));
            BY_NAME.put("ab_variable_" + k, n -> Solvers.variableAdams(k));
            BY_NAME.put(
                    "adams_bashforth_variable_%d (=DEIS rhoAB%d)".formatted(k, k - 1),
                    n -> Solvers.variableAdams(k));
        }
        for (int order = 1; order <= 3; order++) {
            int k = order;
            BY_NAME.put(
                    "dpmpp_" + k + "M_data_lower_order_final",
                    n -> Solvers.dpmSolverPlusPlus(k, true));
            BY_NAME.put(
                    "dpmpp_" + k + "M_data_no_lower_order_final",
                    n -> Solvers.dpmSolverPlusPlus(k, false));
            BY_NAME.put(
                    "dpm_" + k + "M_noise_lower_order_final",
                    n -> Solvers.dpmSolverMultistep(k, true));
            for (Variant variant : Variant.values()) {
                String name =
                        "unipc_" + k + "_" + variant.name().toLowerCase(java.util.Locale.ROOT);
                BY_NAME.put(name + "_lower_order_final", n -> new UniPc(k, variant, true));
                BY_NAME.put(name + "_no_lower_order_final", n -> new UniPc(k, variant, false));
            }
        }
        BY_NAME.put("dpmpp_2M", n -> Solvers.dpmSolverPlusPlus(2, true));
        BY_NAME.put("dpmpp_3M_no_lof", n -> Solvers.dpmSolverPlusPlus(3, false));
        BY_NAME.put("unipc_2", n -> new UniPc(2, Variant.BH2, true));
        BY_NAME.put("unipc_3_no_lof", n -> new UniPc(3, Variant.BH2, false));
        BY_NAME.put("euler_afs", n -> Solvers.euler());
        BY_NAME.put("heun_afs", n -> TwoStage.heun());
    }

    private static double[] sample(String name, ScoreModel model, JsonNode set, int steps) {
        double[] stamps =
                Schedule.POLYNOMIAL.stamps(
                        set.get("T").asDouble(), set.get("t_end").asDouble(), 7, steps);
        Solver solver = Objects.requireNonNull(BY_NAME.get(name), name).apply(steps);
        Sampler sampler = new Sampler(solver, stamps, name.endsWith("_afs"));
        return sampler.run(model, vector(set.get("x_T")), StopSignal.never()).end();
    }

    @TestFactory
    Stream<DynamicTest> outputsAreThoseOfTheReference() {
        List<DynamicTest> tests = new ArrayList<>();
        outputs(tests, "gaussian_2d", AmedReference.GAUSSIAN);
        outputs(tests, "gmm_ring8", AmedReference.RING);
        assertThat(tests).hasSizeGreaterThan(130);
        return tests.stream();
    }

    private static void outputs(List<DynamicTest> tests, String key, ScoreModel model) {
        JsonNode set = JSON.get(key);
        for (Map.Entry<String, JsonNode> bySteps : set.get("solver_outputs").properties()) {
            int steps = Integer.parseInt(bySteps.getKey());
            for (Map.Entry<String, JsonNode> output : bySteps.getValue().properties()) {
                String name = output.getKey();
                if (!name.endsWith("_official_coefficients")) {
                    tests.add(
                            DynamicTest.dynamicTest(
                                    key + "/" + steps + "/" + name,
                                    () ->
                                            assertThat(sample(name, model, set, steps))
                                                    .containsExactly(
                                                            vector(output.getValue()),
                                                            within(1e-11))));
                }
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> ordersAreThoseOfTheReference() {
        List<DynamicTest> tests = new ArrayList<>();
        JsonNode gaussian = JSON.get("gaussian_2d");
        double[] exact = vector(gaussian.get("exact_x_at").get("0.1"));
        orders(
                tests,
                JSON.get("convergence_gaussian_2d_T3_to_0.1_polynomial7"),
                AmedReference.GAUSSIAN,
                gaussian,
                exact);
        JsonNode ring = JSON.get("gmm_ring8");
        orders(
                tests,
                ring.get("convergence"),
                AmedReference.RING,
                ring,
                vector(ring.get("reference_endpoint")));
        return tests.stream();
    }

    private static void orders(
            List<DynamicTest> tests,
            JsonNode table,
            ScoreModel model,
            JsonNode set,
            double[] exact) {
        double[] steps = vector(table.get("N"));
        for (Map.Entry<String, JsonNode> solver : table.properties()) {
            if (!solver.getKey().equals("N")) {
                tests.add(
                        DynamicTest.dynamicTest(
                                solver.getKey(),
                                () -> {
                                    double[] errors = vector(solver.getValue().get("errors"));
                                    for (int i = 0; i < steps.length; i++) {
                                        double[] end =
                                                sample(solver.getKey(), model, set, (int) steps[i]);
                                        double error =
                                                Math.hypot(end[0] - exact[0], end[1] - exact[1]);
                                        assertThat(error)
                                                .isCloseTo(
                                                        errors[i],
                                                        within(1e-4 * errors[i] + 1e-11));
                                    }
                                }));
            }
        }
    }

    /** The trap: on any Gaussian the h³ terms of the arithmetic midpoint cancel. */
    @Test
    void theMidpointRuleHasOrderThreeOnAGaussianAndTwoOnAMixture() {
        JsonNode onGaussian =
                JSON.get("convergence_gaussian_2d_T3_to_0.1_polynomial7")
                        .get("midpoint_arithmetic");
        assertThat(onGaussian.get("orders").get(3).asDouble()).isCloseTo(3, within(0.01));
        JsonNode onRing = JSON.get("gmm_ring8").get("convergence").get("midpoint_arithmetic");
        assertThat(onRing.get("orders").get(3).asDouble()).isCloseTo(2, within(0.01));
        Gaussian other = new Gaussian(new double[] {1}, new double[] {0.3});
        double[] x = {2.5};
        double exact = other.flow().end(x, 3, 0.1, StopSignal.never())[0];
        double[] errors = new double[2];
        for (int i = 0; i < 2; i++) {
            double[] stamps = Schedule.LOG_SNR.stamps(3, 0.1, 7, 64 << i);
            Sampler sampler = new Sampler(TwoStage.midpoint(), stamps, false);
            errors[i] = Math.abs(sampler.run(other, x, StopSignal.never()).end()[0] - exact);
        }
        assertThat(Math.log(errors[0] / errors[1]) / Math.log(2)).isCloseTo(3, within(0.05));
    }

    @Test
    void schedulesAreThoseOfTheReference() {
        Map<String, Schedule> names =
                Map.of(
                        "polynomial", Schedule.POLYNOMIAL,
                        "logsnr", Schedule.LOG_SNR,
                        "time_uniform", Schedule.TIME_UNIFORM,
                        "uniform_sigma", Schedule.UNIFORM);
        var seen = new TreeSet<Schedule>();
        for (Map.Entry<String, JsonNode> listed : JSON.get("schedules").properties()) {
            String[] words = listed.getKey().split("[ =]");
            Schedule schedule = Objects.requireNonNull(names.get(words[0]));
            seen.add(schedule);
            double[] stamps =
                    schedule.stamps(
                            80, 0.002, Double.parseDouble(words[2]), Integer.parseInt(words[4]));
            double[] expected = vector(listed.getValue());
            assertThat(stamps).hasSameSizeAs(expected);
            for (int n = 0; n < stamps.length; n++) {
                assertThat(stamps[n]).isCloseTo(expected[n], within(1e-10 * expected[n] + 1e-13));
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(Schedule.values());
    }

    @Test
    void timeAdamsIsThatOfTheReference() {
        JsonNode set = JSON.get("gaussian_2d").get("deis_tAB_80_to_0.002");
        double[] stamps = Schedule.TIME_UNIFORM.stamps(80, 0.002, 2, 8);
        for (int k = 1; k <= 3; k++) {
            Sampler sampler = new Sampler(Solvers.deisTimeAdams(k + 1, 80, 0.002), stamps, false);
            double[] end =
                    sampler.run(AmedReference.GAUSSIAN, vector(set.get("x_T")), StopSignal.never())
                            .end();
            assertThat(end).containsExactly(vector(set.get("tAB" + k)), within(1e-6));
        }
    }

    @Test
    void adamsWeightsAreThoseOfTheReferenceAndSumToOne() {
        JsonNode set = JSON.get("variable_step_adams");
        double[] stamps = new double[4];
        stamps[1] = -set.get("h_n_1").asDouble();
        stamps[2] = stamps[1] - set.get("h_n_2").asDouble();
        stamps[3] = stamps[2] - set.get("h_n_3").asDouble();
        double h = set.get("h_n").asDouble();
        for (int k = 2; k <= 4; k++) {
            double[] weights = LagrangeBasis.integrals(Arrays.copyOf(stamps, k), 0, h);
            double[] shares = Arrays.stream(weights).map(w -> w / h).toArray();
            assertThat(shares)
                    .containsExactly(vector(set.get("correct").get("" + k)), within(1e-13));
            assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-13));
            LinearStep even =
                    new AdamsBashforth(k, AdamsBashforth.Weighting.EVEN_STEPS)
                            .step(Arrays.copyOf(stamps, k), h);
            assertThat(Arrays.stream(even.weights()).map(w -> w / h).toArray())
                    .containsExactly(vector(set.get("uniform").get("" + k)), within(1e-15));
        }
    }
}
