package spaceslab.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LambertWTest {
    @Test
    void satisfiesItsEquationOnBothSidesOfZero() {
        long seed = 20260101;
        RandomStream random = new SeededStreams(seed).stream(0);
        for (int i = 0; i < 20_000; i++) {
            double w = -0.99 + 700 * Math.pow(random.nextDouble(), 3);
            double x = w * Math.exp(w);
            double conditioned = 8e-16 * Math.max(Math.abs(w), 1) * (1 + 1 / (1 + w));
            assertThat(LambertW.principal(x))
                    .as("seed %d, w = %s", seed, w)
                    .isCloseTo(w, within(conditioned));
        }
    }

    @Test
    void knownValues() {
        assertThat(LambertW.principal(1)).isCloseTo(0.5671432904097838, within(2e-16));
        assertThat(LambertW.principal(Math.E)).isCloseTo(1, within(3e-16));
        assertThat(LambertW.principal(0)).isZero();
        assertThat(LambertW.principal(-1 / Math.E)).isCloseTo(-1, within(2e-8));
        assertThat(LambertW.principal(1e300)).isCloseTo(684.2472086297608, within(1e-11));
    }

    @Test
    void hasNoValueBelowTheBranchPoint() {
        assertThat(LambertW.principal(-0.4)).isNaN();
        assertThat(LambertW.principal(Double.NaN)).isNaN();
        assertThat(LambertW.principal(Double.POSITIVE_INFINITY)).isInfinite();
    }
}
