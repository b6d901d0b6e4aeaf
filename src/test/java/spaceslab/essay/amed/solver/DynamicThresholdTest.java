package spaceslab.essay.amed.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import spaceslab.essay.amed.score.FiniteSet;
import spaceslab.experiment.StopSignal;

class DynamicThresholdTest {
    /** torch.quantile(|x|, 0.995) of 0, 1, … 200 in hundredths is 1.99: by hand. */
    @Test
    void cutsAtTheQuantileAndDividesByIt() {
        double[] row = new double[201];
        Arrays.setAll(row, i -> (i % 2 == 0 ? 1 : -1) * i / 100.0);
        DynamicThreshold.apply(row, 201);
        assertThat(row[200]).isEqualTo(1);
        assertThat(row[199]).isCloseTo(-1, within(1e-15));
        assertThat(row[100]).isCloseTo(1 / 1.99, within(1e-15));
        assertThat(row[0]).isZero();
    }

    @Test
    void leavesWhatIsWithinOneAndTreatsRowsApart() {
        double[] rows = {0.5, -1, 0.25, 4, -4, 2};
        DynamicThreshold.apply(rows, 3);
        assertThat(rows).containsExactly(0.5, -1, 0.25, 1, -1, 0.5);
        double[] broken = {Double.NaN, 3};
        DynamicThreshold.apply(broken, 2);
        assertThat(broken[1]).isEqualTo(3);
    }

    /** Only where the solver predicts data: Euler on v is not touched, the same step on D is. */
    @Test
    void onlySolversThatPredictDataAreCut() {
        FiniteSet far = new FiniteSet(1, new double[] {3, -3});
        double[] stamps = {5, 1, 0.1};
        double[] x = {4.0, -2.5};
        Solver onData = Solvers.dpmSolverPlusPlus(1, true);
        assertThat(end(Solvers.euler(), stamps, x, far, true))
                .containsExactly(end(Solvers.euler(), stamps, x, far, false));
        double[] free = end(onData, stamps, x, far, false);
        double[] cut = end(onData, stamps, x, far, true);
        assertThat(Math.abs(free[0])).isGreaterThan(2);
        assertThat(Math.abs(cut[0])).isLessThan(1.5);
    }

    private static double[] end(
            Solver solver, double[] stamps, double[] x, FiniteSet model, boolean thresholds) {
        return new Sampler(solver, stamps, false, thresholds)
                .run(model, x, StopSignal.never())
                .end();
    }
}
