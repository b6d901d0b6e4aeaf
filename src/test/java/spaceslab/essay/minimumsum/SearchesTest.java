package spaceslab.essay.minimumsum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.StopSignal;

class SearchesTest {
    private static final Pattern PAIR = Pattern.compile("\"N\": \"(\\d+)\",\\s*\"S\": \"(\\d+)\"");

    private static SearchResult search(MinimumSumAlgorithm algorithm, BigInteger n) {
        return algorithm.search().search(n, StopSignal.never());
    }

    @Test
    void everyExactAlgorithmReproducesTheReferenceVectors() throws IOException {
        Matcher pairs = PAIR.matcher(vectors());
        int read = 0;
        while (pairs.find()) {
            BigInteger n = new BigInteger(pairs.group(1));
            BigInteger least = new BigInteger(pairs.group(2));
            assertThat(search(MinimumSumAlgorithm.PRUNED, n).attains(least))
                    .as("N = %s", n)
                    .isTrue();
            for (MinimumSumAlgorithm algorithm :
                    List.of(MinimumSumAlgorithm.PARITY, MinimumSumAlgorithm.SUM_DIFFERENCE)) {
                if (n.intValue() > 3 && algorithm.feasible(n, 100_000)) {
                    assertThat(search(algorithm, n).attains(least))
                            .as("%s at N = %s", algorithm, n)
                            .isTrue();
                }
            }
            read++;
        }
        assertThat(read).isEqualTo(276);
    }

    private static String vectors() throws IOException {
        try (var in = SearchesTest.class.getResourceAsStream("/reference/minimum_sum.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void eachAlgorithmMissesExactlyTheKnownNumbersUpTo20000() {
        Map<MinimumSumAlgorithm, List<Integer>> misses = new TreeMap<>();
        for (int i = 0; i <= 20_000; i++) {
            BigInteger n = BigInteger.valueOf(i);
            SearchResult oracle = search(MinimumSumAlgorithm.EXHAUSTIVE, n);
            BigInteger least = oracle.best().getFirst().sum();
            for (MinimumSumAlgorithm algorithm : MinimumSumAlgorithm.values()) {
                SearchResult result = search(algorithm, n);
                result.best().forEach(d -> assertThat(d.number()).isEqualTo(n));
                if (!result.attains(least)) {
                    misses.computeIfAbsent(algorithm, a -> new ArrayList<>()).add(i);
                }
            }
            assertThat(search(MinimumSumAlgorithm.PRUNED, n).best())
                    .as("all ties of N = %s", n)
                    .isEqualTo(oracle.best());
        }
        List<Integer> oneToThree = List.of(1, 2, 3);
        assertThat(misses.get(MinimumSumAlgorithm.GUESS)).hasSize(18_161);
        assertThat(misses.get(MinimumSumAlgorithm.SQRT))
                .hasSize(31)
                .startsWith(1, 2, 3, 8, 18, 19, 32, 33, 34, 98);
        assertThat(misses.get(MinimumSumAlgorithm.SQRT_CLOSED)).isEqualTo(oneToThree);
        assertThat(misses.get(MinimumSumAlgorithm.PARITY)).isEqualTo(oneToThree);
        assertThat(misses.get(MinimumSumAlgorithm.SUM_DIFFERENCE)).isEqualTo(oneToThree);
        assertThat(misses)
                .doesNotContainKeys(MinimumSumAlgorithm.PRUNED, MinimumSumAlgorithm.EXHAUSTIVE);
    }

    @Test
    void tiesAreAllFoundAndVisitsAreCounted() {
        assertThat(search(MinimumSumAlgorithm.PRUNED, BigInteger.TEN).best())
                .containsExactly(Decomposition.of(2, 5, 0), Decomposition.of(3, 3, 1));
        assertThat(search(MinimumSumAlgorithm.PRUNED, BigInteger.valueOf(4)).best())
                .containsExactly(Decomposition.of(0, 0, 4), Decomposition.of(2, 2, 0));
        assertThat(search(MinimumSumAlgorithm.PRUNED, BigInteger.ZERO).best())
                .containsExactly(Decomposition.of(0, 0, 0));
        // S = 23, ⌊2√130⌋ = 22
        assertThat(search(MinimumSumAlgorithm.PRUNED, BigInteger.valueOf(130)).visited())
                .isEqualTo(2);
        assertThat(search(MinimumSumAlgorithm.GUESS, BigInteger.valueOf(130)).best())
                .containsExactly(Decomposition.of(11, 11, 9));
    }

    @Test
    void theBoundsOfTheEssayAreAtLeastTheLeastSum() {
        for (int i = 0; i <= 5000; i++) {
            BigInteger n = BigInteger.valueOf(i);
            BigInteger least = search(MinimumSumAlgorithm.PRUNED, n).best().getFirst().sum();
            assertThat(least)
                    .isLessThanOrEqualTo(EssayBounds.sumDifference(n))
                    .isLessThanOrEqualTo(EssayBounds.parity(n));
            double root = Math.sqrt(i);
            assertThat(EssayBounds.sumDifference(n).doubleValue())
                    .isEqualTo(Math.floor(2 * root + 2 + Math.sqrt(1 + 4 * root)));
            assertThat(EssayBounds.parity(n).doubleValue())
                    .isEqualTo(Math.floor(2 * root + 3 + 2 * Math.sqrt(1 + 2 * root)));
        }
    }
}
