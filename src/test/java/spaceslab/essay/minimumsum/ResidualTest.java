package spaceslab.essay.minimumsum;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class ResidualTest {
    private final SeededNumbers seeded = new SeededNumbers();

    @Test
    void wideAndNarrowResidualsAreExactUpTo64Digits() {
        for (int digits = 2; digits <= SumLine.MAX_DIGITS; digits++) {
            for (int i = 0; i < 60; i++) {
                BigInteger n = seeded.number(digits);
                SumLine line = SumLine.of(n);
                long k = seeded.between(0, 1L << seeded.between(1, 40));
                assertResidual(line, n, k);
            }
        }
    }

    @Test
    void theLastNarrowCandidateIsStillExact() {
        for (int digits = 44; digits <= 52; digits++) {
            for (int i = 0; i < 200; i++) {
                BigInteger n = seeded.number(digits);
                SumLine line = SumLine.of(n);
                long end = line.narrowEnd();
                assertThat(line.discriminant(end - 1).bitLength()).isLessThanOrEqualTo(114);
                assertResidual(line, n, end - 1 - seeded.between(0, Math.min(end, 1000)));
            }
        }
    }

    @Test
    void squaresAndTheirNeighboursAreExact() {
        for (int digits = 1; digits <= 32; digits++) {
            BigInteger root = seeded.number(digits);
            for (int offset = -2; offset <= 2; offset++) {
                BigInteger n =
                        root.multiply(root).add(BigInteger.valueOf(offset)).max(BigInteger.ONE);
                for (long k = 0; k < 5; k++) {
                    assertResidual(SumLine.of(n), n, k);
                }
            }
        }
    }

    private void assertResidual(SumLine line, BigInteger n, long k) {
        BigInteger expected = Decomposition.ofSum(n, line.sum(k)).c();
        BigInteger seen =
                expected.bitLength() > 61 ? BigInteger.valueOf(CandidateResidual.HUGE) : expected;
        assertThat(BigInteger.valueOf(new WideResidual(line).remainder(k)))
                .as(seeded.replay("wide, N = " + n + ", k = " + k))
                .isEqualTo(seen);
        if (k < line.narrowEnd()) {
            assertThat(BigInteger.valueOf(new NarrowResidual(line).remainder(k)))
                    .as(seeded.replay("narrow, N = " + n + ", k = " + k))
                    .isEqualTo(expected);
        }
    }
}
