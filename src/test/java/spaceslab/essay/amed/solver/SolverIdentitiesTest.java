package spaceslab.essay.amed.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import spaceslab.essay.amed.score.GaussianMixture;
import spaceslab.essay.amed.score.ScoreModel;
import spaceslab.essay.amed.solver.UniPc.Variant;
import spaceslab.experiment.Seeds;
import spaceslab.experiment.StopSignal;

/** What must hold between samplers, whatever the model. */
class SolverIdentitiesTest {
    private static final double[] STAMPS = Schedule.POLYNOMIAL.stamps(80, 0.002, 7, 6);

    private static Map<String, Solver> all(int steps) {
        Map<String, Solver> all = new LinkedHashMap<>();
        for (int k = 1; k <= 4; k++) {
            all.put("ipndm" + k, Solvers.ipndm(k));
            all.put("rhoAB" + k, Solvers.variableAdams(k));
            all.put("tAB" + k, Solvers.deisTimeAdams(k, 80, 0.002));
        }
        for (int k = 1; k <= 3; k++) {
            all.put("dpm++" + k, Solvers.dpmSolverPlusPlus(k, true));
            all.put("unipc" + k, new UniPc(k, Variant.BH1, false));
            all.put("unipcFinal" + k, new UniPc(k, Variant.BH2, true));
        }
        all.put("heun", TwoStage.heun());
        all.put("midpoint", TwoStage.midpoint());
        all.put("dpm2", TwoStage.dpmSolver2(0.5));
        all.put("amed", Amed.fixed(steps, 0.4, 0.995));
        double[] r = middles(steps);
        double[] c = new double[steps];
        java.util.Arrays.fill(c, 1.01);
        all.put("plugin ipndm", new Amed(new MultistepBase(adams(4)), r, c));
        all.put("plugin dpm++", new Amed(new MultistepBase(data(3)), r, c));
        all.put("plugin dpm2", new Amed(new DpmSolver2Base(), r, c));
        return all;
    }

    private static double[] middles(int steps) {
        double[] r = new double[steps];
        java.util.Arrays.setAll(r, n -> 0.45 - 0.04 * n);
        return r;
    }

    private static MultistepFormula adams(int order) {
        return new AdamsBashforth(order, AdamsBashforth.Weighting.EVEN_STEPS);
    }

    private static MultistepFormula data(int order) {
        return new DpmSolverMultistep(order, true, true);
    }

    private static double[] end(Solver solver, ScoreModel model, double[] x) {
        return new Sampler(solver, STAMPS, false).run(model, x, StopSignal.never()).end();
    }

    private static double[][] points(SplittableRandom random, int count, int d) {
        double[][] points = new double[count][d];
        for (double[] point : points) {
            java.util.Arrays.setAll(point, i -> random.nextDouble(-2, 2));
        }
        return points;
    }

    private static double[] noise(SplittableRandom random, int size) {
        double[] noise = new double[size];
        java.util.Arrays.setAll(noise, i -> random.nextDouble(-130, 130));
        return noise;
    }

    @Test
    void eulerIsDataPredictionOfOrderOne() {
        SplittableRandom random = Seeds.stream("euler");
        GaussianMixture model = GaussianMixture.even(points(random, 5, 3), 0.2);
        double[] x = noise(random, 30);
        double[] euler = end(Solvers.euler(), model, x);
        for (Solver same :
                new Solver[] {
                    Solvers.dpmSolverPlusPlus(1, false),
                    Solvers.dpmSolverMultistep(1, false),
                    Solvers.variableAdams(1),
                    Solvers.deisTimeAdams(1, 80, 0.002)
                }) {
            assertThat(end(same, model, x)).containsExactly(euler, within(1e-11));
        }
    }

    @Test
    void amedWithTheGeometricMeanIsDpmSolver2() {
        SplittableRandom random = Seeds.stream("geometric mean");
        GaussianMixture model = GaussianMixture.even(points(random, 4, 2), 0.3);
        double[] x = noise(random, 20);
        assertThat(end(Amed.fixed(6, 0.5, 1), model, x))
                .containsExactly(end(TwoStage.dpmSolver2(0.5), model, x), within(1e-12));
        double[] ones = {1, 1, 1, 1, 1, 1};
        double[] fixed = {0.3, 0.3, 0.3, 0.3, 0.3, 0.3};
        assertThat(end(new Amed(new DpmSolver2Base(), fixed, ones), model, x))
                .containsExactly(end(TwoStage.dpmSolver2(0.3), model, x), within(1e-11));
    }

    @Test
    void thePluginOnTheGeometricMiddlesIsItsMethodOnTheFinerStamps() {
        SplittableRandom random = Seeds.stream("plugin");
        GaussianMixture model = GaussianMixture.even(points(random, 4, 2), 0.3);
        double[] x = noise(random, 20);
        double[] r = middles(6);
        double[] ones = {1, 1, 1, 1, 1, 1};
        double[] fine = new double[13];
        for (int n = 0; n <= 6; n++) {
            fine[2 * n] = STAMPS[n];
            if (n < 6) {
                fine[2 * n + 1] = TwoStage.geometric(STAMPS[n], STAMPS[n + 1], r[n]);
            }
        }
        for (MultistepFormula formula :
                new MultistepFormula[] {
                    adams(4), data(3), new DpmSolverMultistep(2, true, false)
                }) {
            double[] plain =
                    new Sampler(new Multistep(formula), fine, false)
                            .run(model, x, StopSignal.never())
                            .end();
            assertThat(end(new Amed(new MultistepBase(formula), r, ones), model, x))
                    .containsExactly(plain, within(1e-12));
        }
    }

    @Test
    void evaluationsAreCountedByTheModel() {
        GaussianMixture model = GaussianMixture.even(new double[][] {{1, 0}, {-1, 0}}, 0.2);
        double[] x = {70, -20};
        all(6).forEach((name, solver) -> {
            for (boolean afs : new boolean[] {false, true}) {
                int counted =
                        new Sampler(solver, STAMPS, afs)
                                .run(model, x, StopSignal.never())
                                .evaluations();
                assertThat(counted)
                        .as(name)
                        .isEqualTo(6 * solver.evaluationsPerStep() - (afs ? 1 : 0));
            }
        });
        assertThat(TwoStage.heun().evaluationsPerStep()).isEqualTo(2);
        assertThat(new UniPc(3, Variant.BH2, true).evaluationsPerStep()).isOne();
    }

    @Test
    void everySolverTurnsWithItsModel() {
        SplittableRandom random = Seeds.stream("turned");
        double[][] means = points(random, 6, 2);
        double[] x = noise(random, 40);
        double angle = random.nextDouble(6);
        double[][] turned = new double[6][];
        for (int k = 0; k < 6; k++) {
            turned[k] = turn(means[k], angle);
        }
        GaussianMixture model = GaussianMixture.even(means, 0.25);
        GaussianMixture other = GaussianMixture.even(turned, 0.25);
        all(6).forEach((name, solver) ->
                assertThat(end(solver, other, turn(x, angle)))
                        .as(name)
                        .containsExactly(turn(end(solver, model, x), angle), within(1e-6)));
    }

    private static double[] turn(double[] rows, double angle) {
        double[] turned = new double[rows.length];
        for (int i = 0; i < rows.length; i += 2) {
            turned[i] = Math.cos(angle) * rows[i] - Math.sin(angle) * rows[i + 1];
            turned[i + 1] = Math.sin(angle) * rows[i] + Math.cos(angle) * rows[i + 1];
        }
        return turned;
    }

    @Test
    void aRowDoesNotKnowWhichRowsAreBesideIt() {
        SplittableRandom random = Seeds.stream("rows");
        GaussianMixture model = GaussianMixture.even(points(random, 5, 3), 0.2);
        double[] x = noise(random, 3 * 11);
        all(6).forEach((name, solver) -> {
            double[] together = end(solver, model, x);
            double[] alone = end(solver, model, java.util.Arrays.copyOfRange(x, 27, 30));
            assertThat(java.util.Arrays.copyOfRange(together, 27, 30))
                    .as(name)
                    .containsExactly(alone);
        });
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> Schedule.POLYNOMIAL.stamps(1, 1, 7, 3))
                .hasMessageContaining("t_min");
        assertThatThrownBy(() -> Schedule.POLYNOMIAL.stamps(80, 0, 7, 3))
                .hasMessageContaining("t_min");
        assertThatThrownBy(() -> Schedule.POLYNOMIAL.stamps(80, 0.1, 0, 3))
                .hasMessageContaining("rho");
        assertThatThrownBy(() -> Schedule.POLYNOMIAL.stamps(80, 0.1, 7, 0))
                .hasMessageContaining("steps");
        assertThatThrownBy(() -> Solvers.ipndm(5)).hasMessageContaining("order");
        assertThatThrownBy(() -> TwoStage.dpmSolver2(0)).hasMessageContaining("r (0");
        assertThatThrownBy(() -> Amed.fixed(3, 1, 1)).hasMessageContaining("r (1");
    }
}
