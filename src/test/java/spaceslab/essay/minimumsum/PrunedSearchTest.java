package spaceslab.essay.minimumsum;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.StopSignal;

class PrunedSearchTest {
    private final SeededNumbers seeded = new SeededNumbers();
    private final PrunedSearch vector = new PrunedSearch(VectorDifferenceScan::create, 2);
    private final PrunedSearch scalar = new PrunedSearch(ScalarDifferenceScan::new, 1);
    private final PrunedSearch crowd = new PrunedSearch(VectorDifferenceScan::create, 5);

    @Test
    void allFormsAgreeWithBigIntegersOnRandomNumbers() {
        for (int digits = 1; digits <= 30; digits++) {
            for (int i = 0; i < (digits < 24 ? 20 : 3); i++) {
                BigInteger n = seeded.number(digits);
                SearchResult expected = BigIntegerSearch.search(n);
                for (PrunedSearch form : List.of(vector, scalar)) {
                    assertThat(form.search(n, StopSignal.never()))
                            .as(seeded.replay("N = " + n))
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** N = a (a + 2d) has S ≤ 2a + 2d, about d²/a above 2√N: few candidates even at 64 digits. */
    @Test
    void allFormsAgreeWithBigIntegersOnLargeNumbersWithAKnownProduct() {
        for (int digits : new int[] {48, 49, 50, 51, 52, 60, 63, 64}) {
            BigInteger a = seeded.number(digits / 2);
            BigInteger d = a.multiply(BigInteger.valueOf(20_000)).sqrt();
            BigInteger b = a.add(d.shiftLeft(1));
            BigInteger n = a.multiply(b);
            SearchResult expected = BigIntegerSearch.search(n);
            for (PrunedSearch form : List.of(vector, scalar)) {
                assertThat(form.search(n, StopSignal.never()))
                        .as(seeded.replay("N = " + n))
                        .isEqualTo(expected);
            }
            assertThat(expected.best().getFirst().sum()).isLessThanOrEqualTo(a.add(b));
        }
    }

    @Test
    void vectorsAndThreadsDoNotChangeTheAnswerAt50And51Digits() {
        for (String text :
                List.of(
                        "12345678901234567890123456789012345678901234567890",
                        "123456789012345678901234567890123456789012345678901")) {
            BigInteger n = new BigInteger(text);
            SearchResult expected = exact(n);
            assertThat(vector.search(n, StopSignal.never())).isEqualTo(expected);
            assertThat(scalar.search(n, StopSignal.never())).isEqualTo(expected);
            assertThat(crowd.search(n, StopSignal.never())).isEqualTo(expected);
        }
    }

    /** Every candidate by its 128-bit residual, no filter. */
    private static SearchResult exact(BigInteger n) {
        SumLine line = SumLine.of(n);
        WideResidual residual = new WideResidual(line);
        LeastKeys least = new LeastKeys();
        long end = Long.MAX_VALUE;
        for (long k = 0; k <= end; k++) {
            long sum = k + residual.remainder(k);
            least.offer(k, sum);
            end = Math.min(end, sum);
        }
        BestFound best = new BestFound();
        for (long k : least.keys()) {
            best.offer(line.decomposition(k));
        }
        return new SearchResult(best.list(), end + 2, line.sum(end));
    }

    @Test
    void aStoppedSearchKeepsItsBestAndAProvenBound() {
        BigInteger n = BigInteger.TEN.pow(63).multiply(BigInteger.valueOf(7)).add(BigInteger.ONE);
        List<SearchProgress> seen = new ArrayList<>();
        StopSignal afterThreeReports =
                () -> seen.size() >= 3 ? Optional.of(StopSignal.Reason.VISITOR) : Optional.empty();
        SearchResult stopped = vector.search(n, afterThreeReports, seen::add);
        BigInteger start = SumLine.of(n).first();
        assertThat(stopped.proven()).isFalse();
        assertThat(stopped.best().getFirst().number()).isEqualTo(n);
        assertThat(stopped.lowerBound())
                .isGreaterThan(start)
                .isLessThan(stopped.best().getFirst().sum());
        assertThat(seen).isSortedAccordingTo((x, y) -> x.lowerBound().compareTo(y.lowerBound()));
        assertThat(seen.getLast().share()).isGreaterThan(0).isLessThan(1);
    }

    @Test
    void aSearchStoppedAtOnceStillHasAnAnswer() {
        BigInteger n = BigInteger.TEN.pow(60).add(BigInteger.valueOf(12_345));
        AtomicInteger asked = new AtomicInteger();
        SearchResult stopped =
                scalar.search(
                        n,
                        () -> {
                            asked.incrementAndGet();
                            return Optional.of(StopSignal.Reason.SUPERSEDED);
                        });
        assertThat(asked.get()).isPositive();
        assertThat(stopped.proven()).isFalse();
        assertThat(stopped.best().getFirst().number()).isEqualTo(n);
        assertThat(stopped.lowerBound()).isEqualTo(SumLine.of(n).first());
    }
}
