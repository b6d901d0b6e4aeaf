package spaceslab.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogBesselTest {
    private static final MathContext DIGITS = new MathContext(40);
    private static final double[] ALPHAS = {
        1e-8, 1e-3, 0.1, 1, 5, 20, 29.9, 30.1, 49, 80, 120, 300, 570, 580, 1000, 3000, 10_000
    };

    /** log Σ (α²/4)^k/(k!(ν+1)_k) and its derivative, in 40 digits. */
    private record Oracle(double log, double ratio) {
        static Oracle of(int d, double alpha) {
            BigDecimal quarter = new BigDecimal(alpha).pow(2).divide(BigDecimal.valueOf(4), DIGITS);
            BigDecimal order = new BigDecimal(d).divide(BigDecimal.TWO).subtract(BigDecimal.ONE);
            BigDecimal term = BigDecimal.ONE;
            BigDecimal rest = BigDecimal.ZERO;
            BigDecimal weighted = BigDecimal.ZERO;
            for (int k = 1; ; k++) {
                BigDecimal next = BigDecimal.valueOf(k);
                term = term.multiply(quarter).divide(next.multiply(order.add(next)), DIGITS);
                rest = rest.add(term, DIGITS);
                weighted = weighted.add(term.multiply(next), DIGITS);
                if (k > 3
                        && rest.precision() - rest.scale() - term.precision() + term.scale() > 30) {
                    break;
                }
            }
            BigDecimal sum = rest.add(BigDecimal.ONE);
            double ratio =
                    weighted.multiply(BigDecimal.TWO)
                            .divide(sum.multiply(new BigDecimal(alpha)), DIGITS)
                            .doubleValue();
            int magnitude = sum.precision() - sum.scale();
            double log =
                    magnitude < 10
                            ? Math.log1p(rest.doubleValue())
                            : Math.log(sum.scaleByPowerOfTen(-magnitude).doubleValue())
                                    + magnitude * Math.log(10);
            return new Oracle(log, ratio);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 12, 16, 31, 49, 50, 51, 64, 128, 129, 512, 1000, 4096})
    void agreesWithFortyDigits(int d) {
        LogBessel bessel = new LogBessel(d);
        for (double alpha : ALPHAS) {
            Oracle oracle = Oracle.of(d, alpha);
            assertThat(bessel.logMoment(alpha))
                    .as("log-moment, d = %d, alpha = %s", d, alpha)
                    .isCloseTo(oracle.log(), withinPercentage(1e-10));
            assertThat(bessel.tilted(alpha).value())
                    .as("tilted, d = %d, alpha = %s", d, alpha)
                    .isCloseTo(oracle.log() - alpha, within(1e-12 * Math.max(3, alpha / 10)));
            assertThat(bessel.ratio(alpha))
                    .as("ratio, d = %d, alpha = %s", d, alpha)
                    .isCloseTo(oracle.ratio(), within(1e-12 * oracle.ratio() + 2.3e-16));
        }
    }

    @Test
    void isTheHyperbolicSineInThreeDimensions() {
        LogBessel bessel = new LogBessel(3);
        for (double alpha : new double[] {0.5, 3, 29, 31, 500, 1e4, 5e5, 1e6}) {
            double closed = alpha + Math.log(-Math.expm1(-2 * alpha) / (2 * alpha));
            assertThat(bessel.logMoment(alpha)).isCloseTo(closed, withinPercentage(1e-12));
            double slope = 1 / Math.tanh(alpha) - 1 / alpha;
            assertThat(bessel.ratio(alpha)).isCloseTo(slope, within(1e-14));
        }
    }

    @Test
    void hasItsClosedFormInFiveDimensions() {
        LogBessel bessel = new LogBessel(5);
        for (double alpha : new double[] {2, 20, 40, 300, 600}) {
            double closed =
                    Math.log(3 * (alpha * Math.cosh(alpha) - Math.sinh(alpha)))
                            - 3 * Math.log(alpha);
            assertThat(bessel.logMoment(alpha)).isCloseTo(closed, withinPercentage(1e-11));
        }
    }

    @Test
    void derivativesAreThoseOfTheValue() {
        for (int d : new int[] {3, 16, 128, 4096}) {
            LogBessel bessel = new LogBessel(d);
            for (double alpha : new double[] {0.5, 10, 60, 400, 5000}) {
                double h = 1e-4 * alpha;
                Cumulants above = bessel.tilted(alpha + h);
                Cumulants below = bessel.tilted(alpha - h);
                Cumulants at = bessel.tilted(alpha);
                assertThat(at.slope())
                        .isCloseTo((above.value() - below.value()) / (2 * h), within(1e-7));
                assertThat(at.curvature())
                        .isCloseTo((above.slope() - below.slope()) / (2 * h), within(1e-7));
            }
        }
    }

    @Test
    void refusesWhatHasNoMeaning() {
        assertThatThrownBy(() -> new LogBessel(1)).hasMessageContaining("dimension (1)");
        assertThatThrownBy(() -> new LogBessel(3).tilted(-1)).hasMessageContaining("alpha (-1.0)");
        assertThatThrownBy(() -> new LogBessel(3).tilted(Double.NaN))
                .hasMessageContaining("alpha (NaN)");
        assertThat(new LogBessel(7).logMoment(0)).isZero();
    }
}
