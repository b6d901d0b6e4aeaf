package spaceslab.essay.emo.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;
import spaceslab.essay.emo.EmoReference;
import spaceslab.experiment.Seeds;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.quantisation.Reference;
import tools.jackson.databind.JsonNode;

class TransportTest {
    private static final StopSignal STOP = StopSignal.never();

    @Test
    void referenceTransports() {
        for (JsonNode soft : EmoReference.JSON.get("soft_labels")) {
            double[] tau = Reference.vector(soft.get("tau"));
            Coupling plan = NetworkSimplex.solve(EmoReference.P, tau, EmoReference.COSTS, STOP);
            assertThat(plan.cost()).isCloseTo(soft.get("exact_ot_lp").asDouble(), within(1e-9));
            assertThat(EmoReference.COSTS.independent(EmoReference.P, tau))
                    .isCloseTo(soft.get("upper_bound_p^T_C_tau").asDouble(), within(1e-12));
            checkOptimal(plan, EmoReference.P, tau, EmoReference.COSTS);
        }
    }

    @Test
    void oneTargetHasOnePlan() {
        for (JsonNode one : EmoReference.JSON.get("one_hot")) {
            double[] target = new double[8];
            target[one.get("t").asInt()] = 1;
            Coupling plan = NetworkSimplex.solve(EmoReference.P, target, EmoReference.COSTS, STOP);
            assertThat(plan.cost()).isCloseTo(one.get("lp").asDouble(), within(1e-14));
            checkOptimal(plan, EmoReference.P, target, EmoReference.COSTS);
        }
    }

    @Test
    void costOneForAllIsTotalVariation() {
        SplittableRandom random = Seeds.stream("total variation");
        for (int trial = 0; trial < 50; trial++) {
            int size = random.nextInt(1, 40);
            double[] p = masses(random, size);
            double[] q = masses(random, size);
            double variation = 0;
            for (int i = 0; i < size; i++) {
                variation += Math.abs(p[i] - q[i]) / 2;
            }
            assertThat(NetworkSimplex.solve(p, q, Costs.zeroOne(size), STOP).cost())
                    .isCloseTo(variation, within(1e-12));
        }
    }

    @Test
    void aLineIsTransportedInOrder() {
        SplittableRandom random = Seeds.stream("line");
        for (int trial = 0; trial < 30; trial++) {
            int size = random.nextInt(2, 60);
            double[] places = random.doubles(size).sorted().toArray();
            double[] p = masses(random, size);
            double[] q = masses(random, size);
            double expected = 0;
            double ahead = 0;
            for (int i = 0; i + 1 < size; i++) {
                ahead += p[i] - q[i];
                expected += Math.abs(ahead) * (places[i + 1] - places[i]);
            }
            Costs costs = Costs.onLine(places, places, d -> d);
            assertThat(NetworkSimplex.solve(p, q, costs, STOP).cost())
                    .isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void agreesWithAGeneralSimplex() {
        SplittableRandom random = Seeds.stream("second opinion");
        for (int trial = 0; trial < 60; trial++) {
            double[] p = masses(random, random.nextInt(1, 9));
            double[] q = masses(random, random.nextInt(1, 9));
            Costs costs = costs(random, p.length, q.length, trial % 3 == 0);
            Coupling plan = NetworkSimplex.solve(p, q, costs, STOP);
            assertThat(plan.cost()).isCloseTo(bySimplex(p, q, costs), within(1e-8));
            checkOptimal(plan, p, q, costs);
        }
    }

    /** Equal masses and equal costs everywhere: every pivot is degenerate. */
    @Test
    void degenerateMassesEnd() {
        SplittableRandom random = Seeds.stream("degenerate");
        for (int size : new int[] {2, 16, 64, 128}) {
            double[] even = new double[size];
            Arrays.fill(even, 1.0 / size);
            Costs coarse = costs(random, size, size, true);
            checkOptimal(NetworkSimplex.solve(even, even, coarse, STOP), even, even, coarse);
        }
    }

    @Test
    void manyPlacesAreOptimal() {
        SplittableRandom random = Seeds.stream("large");
        double[] p = masses(random, 300);
        double[] q = masses(random, 200);
        Costs costs = costs(random, 300, 200, false);
        checkOptimal(NetworkSimplex.solve(p, q, costs, STOP), p, q, costs);
    }

    @Test
    void entropicPlanHasItsMarginalsAndApproachesTheOptimum() {
        SplittableRandom random = Seeds.stream("sinkhorn");
        for (int trial = 0; trial < 12; trial++) {
            double[] p = masses(random, random.nextInt(2, 40));
            double[] q = masses(random, random.nextInt(2, 40));
            Costs costs = costs(random, p.length, q.length, false);
            double exact = NetworkSimplex.solve(p, q, costs, STOP).cost();
            double before = Double.POSITIVE_INFINITY;
            for (double share : new double[] {1, 0.1, 0.02}) {
                double epsilon = share * costs.largest();
                Sinkhorn.Result result =
                        Sinkhorn.solve(p, q, costs, epsilon, 1e-9, 100_000, (n, e) -> {}, STOP);
                assertThat(result.error()).isLessThan(1e-8);
                checkMarginals(result.coupling(), p, q, 1e-8);
                double cost = result.coupling().cost();
                assertThat(cost).isBetween(exact - 1e-7, before + 1e-7);
                assertThat(cost - exact).isLessThan(epsilon * result.entropy() + 1e-7);
                checkGibbs(result.coupling(), costs, epsilon);
                before = cost;
            }
        }
    }

    /** Far below the costs' rounding the plan is the optimal one, and nothing overflows. */
    @Test
    void tinyEpsilonTendsToTheOptimum() {
        SplittableRandom random = Seeds.stream("tiny epsilon");
        double[] p = masses(random, 12);
        double[] q = masses(random, 9);
        Costs costs = costs(random, 12, 9, false);
        Sinkhorn.Result result =
                Sinkhorn.solve(
                        p, q, costs, 1e-5 * costs.largest(), 1e-6, 200_000, (n, e) -> {}, STOP);
        assertThat(result.coupling().plan()).doesNotContain(Double.NaN);
        assertThat(result.coupling().cost())
                .isCloseTo(NetworkSimplex.solve(p, q, costs, STOP).cost(), within(1e-3));
    }

    @Test
    void errorsFallAndAreToldInOrder() {
        double[] p = {0.5, 0.25, 0.25};
        double[] q = {0.2, 0.7, 0.1};
        List<Integer> rounds = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        Sinkhorn.solve(
                p,
                q,
                Costs.onLine(p, q, d -> d * d),
                0.01,
                1e-12,
                1000,
                (round, error) -> {
                    rounds.add(round);
                    errors.add(error);
                },
                STOP);
        assertThat(rounds.getFirst()).isEqualTo(1);
        assertThat(rounds.getLast()).isEqualTo(rounds.size());
        assertThat(errors).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void badMassesAreNamed() {
        Costs costs = Costs.zeroOne(2);
        double[] good = {0.5, 0.5};
        assertThatThrownBy(() -> NetworkSimplex.solve(new double[] {0.6, 0.5}, good, costs, STOP))
                .hasMessage("p sums to 1.1 instead of 1");
        assertThatThrownBy(() -> NetworkSimplex.solve(good, new double[] {1.5, -0.5}, costs, STOP))
                .hasMessageContaining("q[1] is -0.5");
        assertThatThrownBy(
                        () -> NetworkSimplex.solve(new double[] {Double.NaN, 1}, good, costs, STOP))
                .hasMessageContaining("p[0] is NaN");
        assertThatThrownBy(() -> NetworkSimplex.solve(new double[] {1}, good, costs, STOP))
                .hasMessageContaining("1 masses instead of 2");
        assertThatThrownBy(() -> Sinkhorn.solve(good, good, costs, 0, 1e-6, 1, (n, e) -> {}, STOP))
                .hasMessageContaining("epsilon is 0.0");
        assertThatThrownBy(() -> Costs.cosine(new double[][] {{1, 0}, {0, 0}}))
                .hasMessageContaining("embedding 1 has length 0.0");
    }

    private static void checkOptimal(Coupling plan, double[] p, double[] q, Costs costs) {
        checkMarginals(plan, p, q, 1e-12);
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < q.length; j++) {
                double slack = costs.at(i, j) - plan.u()[i] - plan.v()[j];
                assertThat(slack).as("slack of (%d, %d)", i, j).isGreaterThan(-1e-11);
                if (plan.moved(i, j) > 0) {
                    assertThat(slack).isLessThan(1e-11);
                }
            }
        }
        assertThat(plan.dual(p, q)).isCloseTo(plan.cost(), within(1e-11));
    }

    private static void checkMarginals(Coupling plan, double[] p, double[] q, double tolerance) {
        for (int i = 0; i < p.length; i++) {
            double row = 0;
            for (int j = 0; j < q.length; j++) {
                assertThat(plan.moved(i, j)).isNotNegative();
                row += plan.moved(i, j);
            }
            assertThat(row).isCloseTo(p[i], within(tolerance));
        }
        for (int j = 0; j < q.length; j++) {
            double column = 0;
            for (int i = 0; i < p.length; i++) {
                column += plan.moved(i, j);
            }
            assertThat(column).isCloseTo(q[j], within(tolerance));
        }
    }

    /** P_ij = exp((u_i + v_j − C_ij)/ε). */
    private static void checkGibbs(Coupling plan, Costs costs, double epsilon) {
        for (int i = 0; i < plan.sources(); i++) {
            for (int j = 0; j < plan.sinks(); j++) {
                double expected = Math.exp((plan.u()[i] + plan.v()[j] - costs.at(i, j)) / epsilon);
                assertThat(plan.moved(i, j)).isCloseTo(expected, within(1e-9));
            }
        }
    }

    private static double bySimplex(double[] p, double[] q, Costs costs) {
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            double[] row = new double[p.length * q.length];
            Arrays.fill(row, i * q.length, (i + 1) * q.length, 1);
            constraints.add(new LinearConstraint(row, Relationship.EQ, p[i]));
        }
        for (int j = 0; j + 1 < q.length; j++) {
            double[] row = new double[p.length * q.length];
            for (int i = 0; i < p.length; i++) {
                row[i * q.length + j] = 1;
            }
            constraints.add(new LinearConstraint(row, Relationship.EQ, q[j]));
        }
        return new SimplexSolver()
                .optimize(
                        new MaxIter(10_000),
                        new LinearObjectiveFunction(costs.toArray(), 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MINIMIZE,
                        new NonNegativeConstraint(true))
                .getValue();
    }

    /** A tenth of the places are empty. */
    private static double[] masses(SplittableRandom random, int size) {
        double[] masses = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            masses[i] = i > 0 && random.nextInt(10) == 0 ? 0 : random.nextDouble(0.01, 1);
            sum += masses[i];
        }
        for (int i = 0; i < size; i++) {
            masses[i] /= sum;
        }
        return masses;
    }

    private static Costs costs(SplittableRandom random, int sources, int sinks, boolean coarse) {
        double[][] rows = new double[sources][sinks];
        for (double[] row : rows) {
            for (int j = 0; j < sinks; j++) {
                row[j] = coarse ? random.nextInt(4) : random.nextDouble(2);
            }
        }
        return Costs.of(rows);
    }
}
