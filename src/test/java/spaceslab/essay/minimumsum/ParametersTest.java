package spaceslab.essay.minimumsum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;

class ParametersTest {
    private static final ParameterSchema<SolveParameters> SOLVE =
            ParameterSchema.of(SolveParameters.class);
    private static final ParameterSchema<ScanParameters> SCAN =
            ParameterSchema.of(ScanParameters.class);

    @Test
    void recordsSurviveTheWayThroughText() {
        SeededNumbers seeded = new SeededNumbers();
        for (int i = 0; i < 300; i++) {
            MinimumSumAlgorithm[] all = MinimumSumAlgorithm.values();
            int first = (int) seeded.between(0, all.length);
            List<MinimumSumAlgorithm> some =
                    List.of(all).subList(first, (int) seeded.between(first + 1, all.length + 1));
            SolveParameters one =
                    new SolveParameters(
                            seeded.number((int) seeded.between(1, 65)),
                            some,
                            (int) seeded.between(2, 41));
            assertThat(SOLVE.strict(SOLVE.canonical(one))).as(seeded.replay(one)).isEqualTo(one);
            assertThat(SOLVE.strict(SOLVE.differing(one))).as(seeded.replay(one)).isEqualTo(one);
            BigInteger from = seeded.number((int) seeded.between(1, 20));
            ScanParameters many =
                    new ScanParameters(
                            from,
                            from.add(BigInteger.valueOf(seeded.between(0, 1000))),
                            ScanMode.values()[(int) seeded.between(0, 2)],
                            (int) seeded.between(1, 1000),
                            (int) seeded.between(1, 5),
                            seeded.between(0, 1_000_000),
                            some);
            assertThat(SCAN.strict(SCAN.canonical(many))).as(seeded.replay(many)).isEqualTo(many);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1e36, 1000000000000000000000000000000000000",
        "10^36, 1000000000000000000000000000000000000",
        "2^127-1, 170141183460469231731687303715884105727",
        "1 000 000, 1000000",
        "9.9, ''",
        "-1, ''",
        "1e308, ''",
        "NaN, ''",
        "1e64, ''",
        "10000000000000000000000000000000000000000000000000000000000000000, ''"
    })
    void numbersAreReadOrRefusedByName(String text, String canonical) {
        if (canonical.isEmpty()) {
            assertThatThrownBy(() -> SOLVE.strict(Map.of("n", text)))
                    .isInstanceOf(InvalidParameters.class)
                    .hasMessageContaining("n (")
                    .hasMessageContaining("10^64");
        } else {
            assertThat(SOLVE.strict(Map.of("n", text)).n()).isEqualTo(new BigInteger(canonical));
        }
    }

    @Test
    void theLargestNumberIsAcceptedAndOneMoreIsNot() {
        BigInteger largest = new BigInteger(SolveParameters.LARGEST);
        List<MinimumSumAlgorithm> guess = List.of(MinimumSumAlgorithm.GUESS);
        assertThat(new SolveParameters(largest, guess, 2).n().toString()).hasSize(64);
        assertThatThrownBy(() -> new SolveParameters(largest.add(BigInteger.ONE), guess, 2))
                .isInstanceOf(InvalidParameters.class);
        assertThatThrownBy(() -> new SolveParameters(BigInteger.ONE.negate(), guess, 2))
                .isInstanceOf(InvalidParameters.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "guess,guess"})
    void badListsOfAlgorithmsAreRefused(String text) {
        assertThatThrownBy(() -> SOLVE.strict(Map.of("algorithms", text)))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("algorithms");
        assertThatThrownBy(() -> new SolveParameters(BigInteger.ONE, List.of(), 2))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("algorithms");
    }

    @Test
    void impossibleScansNameTheParameterAndWhatWouldBeAccepted() {
        assertThatThrownBy(() -> SCAN.strict(Map.of("from", "100", "to", "99")))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("to (99)")
                .hasMessageContaining("100 …");
        assertThatThrownBy(() -> SCAN.strict(Map.of("mode", "stride", "to", "1e12")))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("to (1000000000000)")
                .hasMessageContaining("1 … 200000");
        assertThatThrownBy(() -> SCAN.strict(Map.of("to", "1e40", "perDecade", "1000")))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("perDecade (1000)");
    }

    @Test
    void aRefusedCombinationStillReadsAsSomethingRunnable() {
        var reading =
                SCAN.read(
                        Map.of(
                                "to", List.of("1e40"),
                                "perDecade", List.of("1000"),
                                "mode", List.of("random")));
        assertThat(reading.violations()).isNotEmpty();
        assertThat(reading.instead()).containsOnlyKeys("perDecade");
        assertThat(reading.parameters().perDecade()).isBetween(SCAN.defaults().perDecade(), 999);
        assertThat(SCAN.strict(SCAN.canonical(reading.parameters())))
                .isEqualTo(reading.parameters());
    }
}
