package spaceslab.essay.attentionscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

class ExactGradientTest {
    private static final StopSignal NEVER = StopSignal.never();

    private static double[] draw(Scores scores, int n, long seed) {
        RandomStream random = new SeededStreams(seed).stream(0);
        double[] drawn = new double[n];
        for (int i = 0; i < n; i++) {
            drawn[i] = scores.draw(random);
        }
        return drawn;
    }

    /** Half the L1 norm of the full Jacobian matrix. */
    private static double naive(double[] scores, double alpha) {
        return SoftmaxJacobian.of(scores, alpha).halfL1();
    }

    @ParameterizedTest
    @EnumSource(ScoreDistribution.class)
    void gridIsHalfTheNormOfTheJacobian(ScoreDistribution distribution) {
        for (int n : new int[] {2, 3, 5, 9, 64, 129}) {
            double[] scores = draw(distribution.scores(16), n, n);
            double step = 0.7;
            double[] g = new GradientGrid(n, step).gradients(scores, 90, NEVER);
            for (int k = 0; k < g.length; k++) {
                double alpha = (k + 1) * step;
                assertThat(g[k])
                        .as("%s, n = %d, alpha = %s", distribution, n, alpha)
                        .isCloseTo(naive(scores, alpha), within(1e-13 * alpha));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.01, 3, 100, 10_000})
    void gridStaysExactForAnyStep(double step) {
        double[] scores = draw(new NormalScores(), 50, 4);
        double[] g = new GradientGrid(50, step).gradients(scores, 70, NEVER);
        for (int k = 0; k < g.length; k++) {
            double alpha = (k + 1) * step;
            assertThat(g[k]).isCloseTo(naive(scores, alpha), within(2e-14 * alpha));
        }
    }

    @Test
    void shiftAndOrderOfScoresDoNotMatter() {
        double[] scores = draw(new NormalScores(), 301, 5);
        double[] other = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            other[i] = scores[scores.length - 1 - i] + 64;
        }
        double[] g = new GradientGrid(301, 0.5).gradients(scores, 40, NEVER);
        double[] h = new GradientGrid(301, 0.5).gradients(other, 40, NEVER);
        for (int k = 0; k < g.length; k++) {
            assertThat(h[k]).isCloseTo(g[k], within(1e-12 * (k + 1)));
        }
    }

    @Test
    void farAlphasKeepTheirDigits() {
        double[] scores = {0, -1};
        double[] g = new GradientGrid(2, 20).gradients(scores, 5, NEVER);
        double p = Math.exp(-100);
        assertThat(g[4]).isCloseTo(100 * 2 * p / ((1 + p) * (1 + p)), withinPercentage(1e-10));
    }

    @Test
    void optimumIsThatOfADenseScan() {
        for (int unit = 0; unit < 30; unit++) {
            double[] scores = draw(new NormalScores(), 60, 100 + unit);
            double step = 0.1;
            double[] g = new GradientGrid(60, step).gradients(scores, 100, NEVER);
            double optimum = new GradientOptimum(60).of(scores, g, step, 1e4, NEVER);
            double best = 0;
            double scanned = 0;
            for (double alpha = 0.3; alpha < 1e4; alpha *= 1.002) {
                double here = naiveFast(scores, alpha);
                if (here > best) {
                    best = here;
                    scanned = alpha;
                }
            }
            assertThat(optimum).as("seed %d", 100 + unit).isCloseTo(scanned, withinPercentage(0.4));
            double h = 1e-4 * optimum;
            double slope =
                    (naiveFast(scores, optimum + h) - naiveFast(scores, optimum - h)) / (2 * h);
            assertThat(slope).as("seed %d", 100 + unit).isCloseTo(0, within(1e-7));
        }
    }

    private static double naiveFast(double[] scores, double alpha) {
        return SoftmaxJacobian.of(scores, alpha).gradient();
    }

    @Test
    void twoScoresPeakWhereTheirEquationSays() {
        double gap = 0.25;
        double[] scores = {1, 1 - gap};
        double[] g = new GradientGrid(2, 0.2).gradients(scores, 100, NEVER);
        double alpha = new GradientOptimum(2).of(scores, g, 0.2, 1e4, NEVER);
        double x = alpha * gap;
        assertThat(x * Math.tanh(x / 2)).isCloseTo(1, within(1e-8));
    }

    @Test
    void aTieIsCensored() {
        double[] scores = {1, 1, 0};
        double[] g = new GradientGrid(3, 0.2).gradients(scores, 100, NEVER);
        assertThat(new GradientOptimum(3).of(scores, g, 0.2, 1e4, NEVER)).isInfinite();
    }

    @Test
    void stopEndsTheLoops() {
        StopSignal stop = () -> Optional.of(StopSignal.Reason.VISITOR);
        assertThatThrownBy(() -> new GradientGrid(3, 1).gradients(new double[] {1, 2, 3}, 5, stop))
                .isInstanceOf(StopSignal.Stopped.class);
    }

    @Test
    void limitOfTheMeanHasItsKnownValues() {
        assertThat(MeanGradientLimit.of(new NormalScores(), 2))
                .isCloseTo(1 / Math.sqrt(Math.PI), within(1e-12));
        assertThat(MeanGradientLimit.of(new NormalScores(), 40)).isCloseTo(2.1608, within(5e-5));
        assertThat(MeanGradientLimit.of(new NormalScores(), 1024)).isCloseTo(3.2482, within(5e-5));
        assertThat(MeanGradientLimit.of(new NormalScores(), 20_000))
                .isCloseTo(4.0188, within(5e-5));
        assertThat(MeanGradientLimit.of(new UniformScores(), 500))
                .isCloseTo(500 / (2 * Math.sqrt(3)), withinPercentage(1e-9));
        assertThat(MeanGradientLimit.of(new CosineScores(3), 500))
                .isCloseTo(250, withinPercentage(1e-9));
        double half = Math.pow(0.5, 9);
        double laplace = Math.sqrt(2) * (10 * (1 - half) - 9 * (1 - half / 2) + 9 * half / 2);
        assertThat(MeanGradientLimit.of(new LaplaceScores(), 10))
                .isCloseTo(laplace, withinPercentage(1e-9));
    }

    @Test
    void jacobianHasItsInvariants() {
        double[] scores = draw(new NormalScores(), 20, 9);
        SoftmaxJacobian jacobian = SoftmaxJacobian.of(scores, 3);
        double[] entries = jacobian.entries();
        double trace = 0;
        for (int i = 0; i < 20; i++) {
            double row = 0;
            for (int j = 0; j < 20; j++) {
                row += entries[i * 20 + j];
                assertThat(entries[i * 20 + j]).isEqualTo(entries[j * 20 + i]);
            }
            assertThat(row).isCloseTo(0, within(1e-15));
            trace += entries[i * 21];
        }
        assertThat(trace).isCloseTo(jacobian.gradient(), within(1e-14));
        double[] eigenvalues = jacobian.eigenvalues();
        double sum = 0;
        for (double value : eigenvalues) {
            assertThat(value).isGreaterThan(-1e-14);
            sum += value;
        }
        assertThat(sum).isCloseTo(trace, within(1e-13));
        EigenDecomposition_F64<DMatrixRMaj> oracle = DecompositionFactory_DDRM.eig(20, false, true);
        assertThat(oracle.decompose(new DMatrixRMaj(20, 20, true, entries))).isTrue();
        double[] expected = new double[20];
        for (int i = 0; i < 20; i++) {
            expected[i] = oracle.getEigenvalue(i).getReal();
        }
        Arrays.sort(expected);
        for (int i = 0; i < 20; i++) {
            assertThat(eigenvalues[i]).isCloseTo(expected[19 - i], within(1e-13));
        }
        double h = 1e-6;
        double[] moved = scores.clone();
        moved[4] += h;
        double difference =
                (SoftmaxJacobian.of(moved, 3).probabilities()[7] - jacobian.probabilities()[7]) / h;
        assertThat(entries[7 * 20 + 4]).isCloseTo(difference, within(1e-6));
    }
}
