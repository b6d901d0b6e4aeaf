package spaceslab.essay.amed.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static spaceslab.essay.amed.AmedReference.JSON;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import spaceslab.essay.amed.AmedReference;
import spaceslab.essay.amed.score.Gaussian;
import spaceslab.essay.amed.score.SampleError;
import spaceslab.essay.amed.score.ScoreModel;
import spaceslab.experiment.Seeds;
import spaceslab.experiment.StopSignal;
import tools.jackson.databind.JsonNode;

/** What is fitted: middles, scales and stamps. */
class AmedFitTest {
    private static final StopSignal NEVER = StopSignal.never();

    private static double[] noise(String purpose, int rows, int d, double start) {
        SplittableRandom random = Seeds.stream(purpose);
        return DoubleStream.generate(() -> start * random.nextGaussian())
                .limit((long) rows * d)
                .toArray();
    }

    private static double[][] teacher(ScoreModel model, double[] x, double[] stamps) {
        return model.flow().at(x, stamps[0], stamps, NEVER);
    }

    /** On an isotropic Gaussian one r solves a step for every x: the roots that SciPy found. */
    @Test
    void oneMiddleSolvesAnIsotropicGaussianExactly() {
        for (JsonNode row : JSON.get("mean_value_point_1d_gaussian").get("rows")) {
            double[] stamps = {row.get("t_from").asDouble(), row.get("t_to").asDouble()};
            Gaussian model = new Gaussian(new double[2], new double[] {0.25, 0.25});
            double[] x = noise("roots", 8, 2, stamps[0]);
            AmedFit fit = new AmedFit(new AmedBase(), AmedFit.even(49), 60, 0);
            double[][] teacher = teacher(model, x, stamps);
            Amed amed = fit.fit(model, x, teacher, stamps, false, (n, step) -> {}, NEVER);
            assertThat(amed.middles()[0])
                    .isCloseTo(row.get("amed_r_roots").get(0).asDouble(), within(1e-6));
            assertThat(new Sampler(amed, stamps, false).run(model, x, NEVER).end())
                    .containsExactly(teacher[1], within(1e-5));
        }
    }

    /** A search of α as well can only lower the loss of the first step, and stays in its bounds. */
    @Test
    void aTimeScaleIsSearchedWithinItsBounds() {
        double[] stamps = Schedule.POLYNOMIAL.stamps(80, 0.002, 7, 3);
        double[] x = noise("time scale", 64, 2, 80);
        double[][] teacher = teacher(AmedReference.RING, x, stamps);
        double[] least = new double[2];
        for (int i = 0; i < 2; i++) {
            List<AmedFit.FittedStep> steps = new ArrayList<>();
            AmedFit fit = new AmedFit(new AmedBase(), AmedFit.even(13), 8, 0.01, 0.2 * i, false);
            Amed amed =
                    fit.fit(
                            AmedReference.RING,
                            x,
                            teacher,
                            stamps,
                            false,
                            (n, step) -> steps.add(step),
                            NEVER);
            least[i] = steps.getFirst().best().loss();
            for (double timeScale : amed.timeScales()) {
                assertThat(timeScale).isBetween(1 - 0.2 * i, 1 + 0.2 * i);
            }
            double[] end = new Sampler(amed, stamps, false).run(AmedReference.RING, x, NEVER).end();
            assertThat(SampleError.rootMeanSquare(end, teacher[3]))
                    .isCloseTo(Math.sqrt(steps.getLast().best().loss()), within(1e-12));
        }
        assertThat(least[1]).isLessThanOrEqualTo(least[0]);
    }

    @Test
    void theFitIsNeverWorseThanTheGeometricMeanOnItsOwnBatch() {
        double[] stamps = Schedule.POLYNOMIAL.stamps(80, 0.002, 7, 3);
        double[] x = noise("fit", 64, 2, 80);
        double[][] teacher = teacher(AmedReference.RING, x, stamps);
        List<AmedFit.FittedStep> steps = new ArrayList<>();
        for (MiddleStep base :
                List.of(
                        new AmedBase(),
                        new DpmSolver2Base(),
                        new MultistepBase(new DpmSolverMultistep(3, true, true)))) {
            steps.clear();
            new AmedFit(base, AmedFit.even(13), 8, 0.01)
                    .fit(
                            AmedReference.RING,
                            x,
                            teacher,
                            stamps,
                            true,
                            (n, s) -> steps.add(s),
                            NEVER);
            assertThat(steps).hasSize(3);
            for (AmedFit.FittedStep step : steps) {
                AmedFit.Tried middle = step.grid().get(6);
                assertThat(middle.r()).isCloseTo(0.5, within(1e-15));
                assertThat(step.best().loss()).isLessThanOrEqualTo(middle.loss());
                assertThat(step.best().c()).isBetween(0.99, 1.01);
            }
        }
    }

    @Test
    void theOracleIsAtLeastAsCloseInItsFirstStep() {
        double[] stamps = Schedule.POLYNOMIAL.stamps(80, 0.002, 7, 3);
        double[] x = noise("oracle", 32, 2, 80);
        double[][] teacher = teacher(AmedReference.RING, x, stamps);
        AmedFit fit = new AmedFit(new AmedBase(), AmedFit.even(25), 0, 0);
        Amed amed = fit.fit(AmedReference.RING, x, teacher, stamps, false, (n, step) -> {}, NEVER);
        Sampler oracle = new Sampler(new AmedOracle(AmedFit.even(25), teacher), stamps, false);
        Sampler.Trajectory best = oracle.run(AmedReference.RING, x, NEVER);
        Sampler.Trajectory one = new Sampler(amed, stamps, false).run(AmedReference.RING, x, NEVER);
        assertThat(best.evaluations()).isEqualTo(6).isEqualTo(one.evaluations());
        for (int row = 0; row < 32; row++) {
            assertThat(distance(best.points()[1], teacher[1], row))
                    .isLessThanOrEqualTo(distance(one.points()[1], teacher[1], row) + 1e-12);
        }
    }

    private static double distance(double[] a, double[] b, int row) {
        return Math.hypot(a[2 * row] - b[2 * row], a[2 * row + 1] - b[2 * row + 1]);
    }

    @Test
    void theBestPathIsThatOfAllPaths() {
        SplittableRandom random = Seeds.stream("paths");
        double[][] costs = new double[8][8];
        for (double[] row : costs) {
            Arrays.setAll(row, j -> random.nextDouble());
        }
        Gits gits = new Gits(1.15);
        for (int steps = 1; steps <= 7; steps++) {
            int[] path = gits.shortest(costs, steps);
            assertThat(path).hasSize(steps + 1).isSorted().doesNotHaveDuplicates();
            assertThat(cost(costs, path)).isCloseTo(least(costs, 0, steps), within(1e-12));
        }
    }

    private static double cost(double[][] costs, int[] path) {
        double sum = 0;
        for (int k = 0; k + 1 < path.length; k++) {
            sum += Math.pow(1.15, k) * costs[path[k]][path[k + 1]];
        }
        return sum;
    }

    private static double least(double[][] costs, int from, int steps) {
        if (steps == 0) {
            return from == costs.length - 1 ? 0 : Double.POSITIVE_INFINITY;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int to = from + 1; to < costs.length; to++) {
            least = Math.min(least, costs[from][to] + 1.15 * least(costs, to, steps - 1));
        }
        return least;
    }

    @Test
    void chosenStampsBeatTheGeometricOnes() {
        double[] fine = Schedule.POLYNOMIAL.stamps(80, 0.002, 7, 60);
        double[] x = noise("gits", 128, 2, 80);
        double[][] teacher = teacher(AmedReference.RING, x, fine);
        double[] chosen = new Gits(1.15).stamps(AmedReference.RING, fine, teacher, 6, NEVER);
        assertThat(chosen).hasSize(7).startsWith(80.0).endsWith(0.002);
        double[] end = teacher[60];
        double[] plain = Schedule.LOG_SNR.stamps(80, 0.002, 7, 6);
        assertThat(error(chosen, x, end)).isLessThan(error(plain, x, end));
    }

    private static double error(double[] stamps, double[] x, double[] end) {
        double[] sampled =
                new Sampler(Solvers.euler(), stamps, false).run(AmedReference.RING, x, NEVER).end();
        double square = 0;
        for (int i = 0; i < end.length; i++) {
            square += (sampled[i] - end[i]) * (sampled[i] - end[i]);
        }
        return Math.sqrt(square / end.length);
    }
}
