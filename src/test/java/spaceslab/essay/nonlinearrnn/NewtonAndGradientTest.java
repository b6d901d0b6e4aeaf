package spaceslab.essay.nonlinearrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spaceslab.experiment.Seeds;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.OrderedUnits;
import tools.jackson.databind.JsonNode;

class NewtonAndGradientTest {
    private static final JsonNode DEER = ReferenceCases.read("deer");
    private static final OrderedUnits TWO = new OrderedUnits(2);

    @ParameterizedTest
    @EnumSource
    void newtonReachesTheSequentialStates(ScanForm form) {
        RandomGenerator random = Seeds.stream("newton");
        for (RecurrentProblem problem :
                new RecurrentProblem[] {
                    ReferenceCases.tanh(),
                    ReferenceCases.gru(),
                    ReferenceCases.lstm(4, 3, 700, random)
                }) {
            NewtonIteration.Solution solution =
                    new NewtonIteration(form, TWO, 1e-12, 40)
                            .solve(problem, problem.oneStep(), StopSignal.never());
            assertThat(solution.converged()).isTrue();
            assertThat(solution.sweeps()).isLessThan(20);
            assertThat(RecurrentProblem.distance(solution.states(), problem.sequential()))
                    .isLessThan(1e-13);
            assertThat(problem.residual(solution.states())).isLessThan(1e-13);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SEQUENTIAL", "BLELLOCH"})
    void newtonGivesTheSameBytesOnOneAndTwoThreads(ScanForm form) {
        RecurrentProblem problem = ReferenceCases.lstm(4, 3, 1500, Seeds.stream("threads"));
        double[] one =
                new NewtonIteration(form, new OrderedUnits(1), 1e-12, 40)
                        .solve(problem, problem.zeros(), StopSignal.never())
                        .states();
        double[] two =
                new NewtonIteration(form, TWO, 1e-12, 40)
                        .solve(problem, problem.zeros(), StopSignal.never())
                        .states();
        assertThat(two).isEqualTo(one);
    }

    @ParameterizedTest
    @EnumSource
    void dualScanIsTheReferencesGradient(ScanForm form) {
        RecurrentProblem problem = ReferenceCases.tanh();
        double[] states = problem.sequential();
        double[] direct = new double[36];
        double loss = 0;
        for (int k = 0; k < 36; k++) {
            double w = Math.sin(0.5 * (k / 3) + k % 3);
            double x = states[3 + k];
            loss += 0.5 * x * x + w * x;
            direct[k] = x + w;
        }
        JsonNode reference = DEER.at("/gradient_d3_T12");
        assertThat(loss).isCloseTo(reference.get("loss_value").asDouble(), within(1e-13));
        DualScan.Gradient gradient =
                new DualScan(form, TWO).gradient(problem, states, direct, StopSignal.never());
        assertThat(gradient.adjoints())
                .containsExactly(
                        ReferenceCases.flat(reference.get("adjoint_lambda")), within(1e-14));
        assertThat(gradient.parameters())
                .containsExactly(ReferenceCases.flat(reference.get("dL_dA")), within(1e-14));
        assertThat(gradient.inputs())
                .containsExactly(ReferenceCases.flat(reference.get("dL_du")), within(1e-14));
    }

    @Test
    void dualScanIsBackPropagationAndCentralDifferences() {
        RandomGenerator random = Seeds.stream("gradient");
        RecurrentProblem problem = ReferenceCases.lstm(3, 2, 300, random);
        double[] weights = random.doubles(300L * 6, -1, 1).toArray();
        double[] gradient =
                new DualScan(ScanForm.BLELLOCH, TWO)
                        .gradient(problem, problem.sequential(), weights, StopSignal.never())
                        .parameters();
        double[] backwards = new double[gradient.length];
        double[] states = problem.sequential();
        double[] adjoint = new double[6];
        for (int t = 299; t >= 0; t--) {
            for (int k = 0; k < 6; k++) {
                adjoint[k] += weights[t * 6 + k];
            }
            double[] before = new double[6];
            problem.cell()
                    .pullBack(
                            states,
                            t * 6,
                            problem.inputs(),
                            t * 2,
                            adjoint,
                            0,
                            backwards,
                            before,
                            0,
                            new double[2],
                            0);
            adjoint = before;
        }
        assertThat(gradient).containsExactly(backwards, within(1e-10));
        double[] theta = problem.cell().parameters();
        for (int k = 0; k < theta.length; k += 7) {
            double kept = theta[k];
            theta[k] = kept + 1e-5;
            double up = loss(problem, weights);
            theta[k] = kept - 1e-5;
            double down = loss(problem, weights);
            theta[k] = kept;
            assertThat((up - down) / 2e-5).isCloseTo(gradient[k], within(1e-5));
        }
    }

    private static double loss(RecurrentProblem problem, double[] weights) {
        double[] states = problem.sequential();
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * states[6 + k];
        }
        return sum;
    }

    @Test
    void diagonalJacobiansGiveAnotherGradient() {
        RecurrentProblem problem = ReferenceCases.tanh();
        double[] direct = new double[36];
        java.util.Arrays.fill(direct, 1);
        DualScan scan = new DualScan(ScanForm.SEQUENTIAL, TWO);
        double[] states = problem.sequential();
        double[] exact = scan.gradient(problem, states, direct, StopSignal.never()).parameters();
        double[] quasi =
                scan.gradient(problem, states, direct, true, StopSignal.never()).parameters();
        assertThat(RecurrentProblem.distance(exact, quasi)).isBetween(0.1, 100.0);
    }
}
