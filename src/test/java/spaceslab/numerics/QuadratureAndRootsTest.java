package spaceslab.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuadratureAndRootsTest {
    @Test
    void gaussLegendreIsExactForPolynomials() {
        GaussLegendre rule = new GaussLegendre(8);
        for (int degree = 0; degree <= 15; degree++) {
            int k = degree;
            double exact = (Math.pow(2, k + 1) - Math.pow(-1, k + 1)) / (k + 1);
            assertThat(rule.integrate(x -> Math.pow(x, k), -1, 2))
                    .isCloseTo(exact, within(1e-12 * Math.max(1, Math.abs(exact))));
        }
    }

    @Test
    void adaptiveQuadratureFindsRootsAndPeaks() {
        GaussLegendre rule = new GaussLegendre(16);
        assertThat(rule.adaptive(Math::sqrt, 0, 1, 2, 1e-13)).isCloseTo(2.0 / 3, within(1e-12));
        double width = 1e-3;
        assertThat(rule.adaptive(x -> Math.exp(-x * x / (2 * width * width)), -1, 1, 63, 1e-12))
                .isCloseTo(width * Math.sqrt(2 * Math.PI), within(1e-13));
    }

    @Test
    void bracketedNewtonSurvivesAFlatStart() {
        double root =
                BracketedNewton.solve(
                        (x, at) -> {
                            at[0] = Math.atan(50 * (x - 0.3));
                            at[1] = 50 / (1 + 2500 * (x - 0.3) * (x - 0.3));
                        },
                        -10,
                        40,
                        39,
                        1e-14);
        assertThat(root).isCloseTo(0.3, within(1e-13));
    }

    @Test
    void originFitIsLeastSquares() {
        OriginFit fit = OriginFit.of(new double[] {1, 2}, new double[] {1, 3});
        assertThat(fit.coefficient()).isCloseTo(1.4, within(1e-15));
        assertThat(fit.largest()).isCloseTo(0.4, within(1e-15));
        assertThat(fit.rootMeanSquare()).isCloseTo(Math.sqrt(0.1), within(1e-15));
        assertThatThrownBy(() -> OriginFit.of(new double[1], new double[2]))
                .hasMessageContaining("1 abscissas, 2 ordinates");
    }

    @Test
    void quantilesInterpolateAndOrderInfinities() {
        Quantiles quantiles = Quantiles.of(new double[] {4, 1, 3, 2});
        assertThat(quantiles.median()).isEqualTo(2.5);
        assertThat(quantiles.at(0)).isEqualTo(1);
        assertThat(quantiles.at(1)).isEqualTo(4);
        double infinity = Double.POSITIVE_INFINITY;
        assertThat(Quantiles.of(new double[] {1, infinity, infinity}).at(0.9)).isInfinite();
        assertThatThrownBy(() -> Quantiles.of(new double[] {Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
