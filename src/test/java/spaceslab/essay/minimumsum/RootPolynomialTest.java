package spaceslab.essay.minimumsum;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The filter must let through every candidate whose remainder is small enough. */
class RootPolynomialTest {
    private final SeededNumbers seeded = new SeededNumbers();

    @Test
    void noCandidateWithASmallRemainderIsRejected() {
        long small = 0;
        long passed = 0;
        long all = 0;
        for (int digits = 36; digits <= SumLine.MAX_DIGITS; digits++) {
            BigInteger n = seeded.number(digits);
            SumLine line = SumLine.of(n);
            long typical = (long) Math.pow(n.doubleValue(), 1.0 / 6);
            for (DifferenceScan scan :
                    List.of(VectorDifferenceScan.create(), new ScalarDifferenceScan())) {
                RootPolynomial polynomial = new RootPolynomial(line, scan.lanes());
                long from = seeded.between(typical, 4 * typical);
                int reach = polynomial.reach(from);
                if (reach == 0) {
                    continue;
                }
                long centre = from + reach - 1;
                polynomial.centre(centre, reach);
                assertThat(polynomial.error()).isLessThan(0x1p-10);
                // a limit that up to 1 % of the candidates meet
                long limit =
                        Math.min((long) (0.01 * polynomial.root(from)), CandidateResidual.HUGE - 1);
                BitSet hits = hits(polynomial, scan, reach, from, limit);
                WideResidual exact = new WideResidual(line);
                for (int i = 0; i <= 2 * (reach - 1); i++) {
                    if (exact.remainder(from + i) <= limit) {
                        small++;
                        assertThat(hits.get(i))
                                .as(seeded.replay("N = " + n + ", k = " + (from + i)))
                                .isTrue();
                    }
                }
                passed += hits.cardinality();
                all += 2L * reach - 1;
            }
        }
        assertThat(small).isGreaterThan(1000);
        assertThat(passed).as("the filter rejects nearly all others").isLessThan(small + all / 500);
    }

    @Test
    void theErrorIsAtMostTheStatedBound() {
        for (int digits = 36; digits <= SumLine.MAX_DIGITS; digits += 4) {
            SumLine line = SumLine.of(seeded.number(digits));
            long typical = (long) Math.pow(line.number().doubleValue(), 1.0 / 6);
            for (int lanes : new int[] {1, 8}) {
                RootPolynomial polynomial = new RootPolynomial(line, lanes);
                long from = seeded.between(typical, 4 * typical);
                int reach = polynomial.reach(from);
                if (reach > 0) {
                    polynomial.centre(from, reach);
                    assertErrors(line, polynomial, from, reach, lanes);
                }
            }
        }
    }

    private void assertErrors(
            SumLine line, RootPolynomial polynomial, long centre, int reach, int lanes) {
        long[] v = new long[5 * lanes];
        for (int direction : new int[] {-1, 1}) {
            polynomial.start(direction, v);
            for (int step = 0; step < reach / lanes; step++) {
                for (int lane = 0; lane < lanes; lane++) {
                    if (step % 97 == lane) {
                        long k = centre + direction * ((long) lane + (long) lanes * step);
                        double value = ((v[lane] - Long.MIN_VALUE) >>> 1) / 0x1p62;
                        double off = value - polynomial.error() - distance(line, k);
                        assertThat(Math.abs(off - 2 * Math.rint(off / 2)))
                                .as(seeded.replay("N = " + line.number() + ", k = " + k))
                                .isLessThanOrEqualTo(polynomial.error());
                    }
                    for (int i = 0; i < 4; i++) {
                        v[i * lanes + lane] += v[(i + 1) * lanes + lane];
                    }
                }
            }
        }
    }

    /** (p − √D(k)) mod 2 with 80 binary places. */
    private static double distance(SumLine line, long k) {
        BigInteger root = line.discriminant(k).shiftLeft(160).sqrt();
        return line.sum(k)
                        .shiftLeft(80)
                        .subtract(root)
                        .mod(BigInteger.ONE.shiftLeft(81))
                        .doubleValue()
                / 0x1p80;
    }

    /** Which candidates of [from, from + 2 reach − 2] pass. */
    private static BitSet hits(
            RootPolynomial polynomial, DifferenceScan scan, int reach, long from, long limit) {
        long threshold = RootPolynomial.biased(polynomial.threshold(from, limit));
        long[] differences = new long[5 * scan.lanes()];
        int[] found = new int[reach];
        BitSet hits = new BitSet();
        for (int direction : new int[] {-1, 1}) {
            polynomial.start(direction, differences);
            int count = scan.scan(differences, reach / scan.lanes(), threshold, found);
            for (int i = 0; i < count; i++) {
                hits.set(reach - 1 + direction * found[i]);
            }
        }
        return hits;
    }
}
