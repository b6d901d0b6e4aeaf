package spaceslab.essay.nonlinearrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import spaceslab.experiment.Seeds;
import tools.jackson.databind.JsonNode;

class CellsTest {
    private static final JsonNode DEER = ReferenceCases.read("deer");

    static Stream<RecurrentCell> cells() {
        RandomGenerator random = Seeds.stream("cells");
        return Stream.of(
                new TanhCell(4, random.doubles(16, -1, 1).toArray()),
                new GruCell(3, 2, random.doubles(GruCell.size(3, 2), -1, 1).toArray()),
                new LstmCell(3, 2, random.doubles(LstmCell.size(3, 2), -1, 1).toArray()));
    }

    @Test
    void sequentialStatesAreTheReferences() {
        assertThat(ReferenceCases.afterStart(ReferenceCases.tanh().sequential(), 3))
                .containsExactly(
                        ReferenceCases.flat(DEER.at("/caseA_tanh_d3_T12/sequential")),
                        within(1e-15));
        assertThat(ReferenceCases.afterStart(ReferenceCases.gru().sequential(), 3))
                .containsExactly(
                        ReferenceCases.flat(DEER.at("/gru_d3_T10/sequential")), within(1e-15));
    }

    @Test
    void gruJacobiansAreTheReferences() {
        RecurrentProblem gru = ReferenceCases.gru();
        double[] jacobian = new double[9];
        gru.cell()
                .stepWithJacobian(
                        new double[] {.3, -.2, .5},
                        0,
                        gru.inputs(),
                        3 * 2,
                        new double[3],
                        0,
                        jacobian,
                        0);
        assertThat(jacobian)
                .containsExactly(
                        ReferenceCases.flat(
                                DEER.at(
                                        "/gru_d3_T10/jacobian_at_h=[.3,-.2,.5],t_index=3/analytic")),
                        within(1e-14));
        gru.cell()
                .stepWithJacobian(new double[3], 0, gru.inputs(), 0, new double[3], 0, jacobian, 0);
        assertThat(jacobian)
                .containsExactly(
                        ReferenceCases.flat(
                                DEER.at("/gru_d3_T10/jacobian_check/J_at_t1 (h=0,x_1)")),
                        within(1e-14));
        assertThat(gru.cell().constantMatrix())
                .containsExactly(
                        ReferenceCases.flat(DEER.at("/gru_d3_T10/A_blog=0.5*(I+0.5*Uh)")),
                        within(1e-15));
    }

    /** The essay's A = ½(I + ½U_h) is the Jacobian at rest once W and b are zero. */
    @ParameterizedTest
    @MethodSource("cells")
    void constantMatrixIsTheJacobianAtRest(RecurrentCell cell) {
        int d = cell.stateSize();
        if (cell instanceof GruCell) {
            java.util.Arrays.fill(cell.parameters(), 0, 3 * d * cell.inputSize(), 0);
            java.util.Arrays.fill(
                    cell.parameters(),
                    cell.parameters().length - 3 * d,
                    cell.parameters().length,
                    0);
        } else if (cell instanceof LstmCell) {
            int n = d / 2;
            java.util.Arrays.fill(
                    cell.parameters(),
                    cell.parameters().length - 4 * n,
                    cell.parameters().length,
                    0);
        }
        double[] jacobian = new double[d * d];
        cell.stepWithJacobian(
                new double[d], 0, new double[cell.inputSize()], 0, new double[d], 0, jacobian, 0);
        assertThat(jacobian).containsExactly(cell.constantMatrix(), within(1e-15));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void jacobianAndProductsAreCentralDifferences(RecurrentCell cell) {
        RandomGenerator random = Seeds.stream("differences");
        int d = cell.stateSize();
        int m = cell.inputSize();
        double[] state = random.doubles(d, -1, 1).toArray();
        double[] input = random.doubles(m, -1, 1).toArray();
        double[] lambda = random.doubles(d, -1, 1).toArray();
        double[] jacobian = new double[d * d];
        double[] next = new double[d];
        cell.stepWithJacobian(state, 0, input, 0, next, 0, jacobian, 0);
        double[] plain = new double[d];
        cell.step(state, 0, input, 0, plain, 0);
        assertThat(next).containsExactly(plain, within(1e-16));

        double[] parameterGradient = new double[cell.parameters().length];
        double[] stateGradient = new double[d];
        double[] inputGradient = new double[m];
        cell.pullBack(
                state,
                0,
                input,
                0,
                lambda,
                0,
                parameterGradient,
                stateGradient,
                0,
                inputGradient,
                0);
        for (int k = 0; k < d; k++) {
            double[] column = difference(cell, state, input, state, k);
            double product = 0;
            for (int row = 0; row < d; row++) {
                assertThat(jacobian[row * d + k]).isCloseTo(column[row], within(1e-8));
                product += lambda[row] * jacobian[row * d + k];
            }
            assertThat(stateGradient[k]).isCloseTo(product, within(1e-13));
        }
        for (int k = 0; k < m; k++) {
            assertThat(inputGradient[k])
                    .isCloseTo(dot(lambda, difference(cell, state, input, input, k)), within(1e-8));
        }
        for (int k = 0; k < parameterGradient.length; k++) {
            assertThat(parameterGradient[k])
                    .as("θ[%d]", k)
                    .isCloseTo(
                            dot(lambda, difference(cell, state, input, cell.parameters(), k)),
                            within(1e-8));
        }
    }

    private static double[] difference(
            RecurrentCell cell, double[] state, double[] input, double[] varied, int k) {
        double h = 1e-5;
        double kept = varied[k];
        double[] up = new double[state.length];
        double[] down = new double[state.length];
        varied[k] = kept + h;
        cell.step(state, 0, input, 0, up, 0);
        varied[k] = kept - h;
        cell.step(state, 0, input, 0, down, 0);
        varied[k] = kept;
        for (int i = 0; i < up.length; i++) {
            up[i] = (up[i] - down[i]) / (2 * h);
        }
        return up;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
