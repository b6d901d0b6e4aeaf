package spaceslab.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

class SymbolChoiceTest {
    /** Logarithms of 0.1, 0.5, 0.1, 0.3 behind two scores that do not belong. */
    private static final double[] SCORES = {
        90, 90, Math.log(0.1), Math.log(0.5), Math.log(0.1), Math.log(0.3)
    };

    private static double[] shares(SymbolChoice choice) {
        RandomStream random = new SeededStreams(1).stream(0);
        double[] shares = new double[4];
        for (int i = 0; i < 20_000; i++) {
            shares[choice.draw(SCORES, 2, 4, random)] += 1 / 20_000.0;
        }
        return shares;
    }

    /** p^(1/temperature), normalised; the nucleus keeps the fewest that reach its mass. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0.1, 0.5, 0.1, 0.3",
        "0.5, 1, 0.027778, 0.694444, 0.027778, 0.25",
        "2, 1, 0.169047, 0.378002, 0.169047, 0.292801",
        "1, 0.5, 0, 1, 0, 0",
        "1, 0.79, 0, 0.625, 0, 0.375",
        "1, 0.85, 0.111111, 0.555556, 0, 0.333333",
        "0.001, 1, 0, 1, 0, 0",
        "1, 0.001, 0, 1, 0, 0"
    })
    void drawsAsOftenAsItShould(
            double temperature, double nucleus, double a, double b, double c, double d) {
        double[] expected = {a, b, c, d};
        double[] shares = shares(new SymbolChoice(temperature, nucleus));
        for (int i = 0; i < 4; i++) {
            assertThat(shares[i]).isCloseTo(expected[i], within(0.015));
        }
    }

    @Test
    void impossibleSymbolsAreNeverDrawn() {
        double[] scores = {Double.NEGATIVE_INFINITY, 0, Double.NEGATIVE_INFINITY};
        RandomStream random = new SeededStreams(1).stream(0);
        for (int i = 0; i < 1000; i++) {
            assertThat(new SymbolChoice(1, 1).draw(scores, 0, 3, random)).isEqualTo(1);
            assertThat(new SymbolChoice(1, 0.9).draw(scores, 0, 3, random)).isEqualTo(1);
        }
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> new SymbolChoice(0, 1)).hasMessageContaining("temperature (0.0)");
        assertThatThrownBy(() -> new SymbolChoice(1, 0)).hasMessageContaining("nucleus (0.0)");
        assertThatThrownBy(() -> new SymbolChoice(1, Double.NaN)).hasMessageContaining("NaN");
    }
}
