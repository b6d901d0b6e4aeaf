package spaceslab.essay.fsq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.SeededStreams;

class CodeStatisticsTest {
    private static final StopSignal GO = StopSignal.never();

    private static double total(CodeStatistics.Guess guess, CodeSequences train, CodeSequences of) {
        return Arrays.stream(new CodeStatistics(train).bits(guess, of, GO)).sum();
    }

    private static CodeSequences sequences(int symbols, int[] labels, int[]... codes) {
        return new CodeSequences(symbols, 2, codes, labels);
    }

    @Test
    void smallCountsByHand() {
        CodeSequences train =
                sequences(4, new int[] {0, 1}, new int[] {0, 1, 1}, new int[] {0, 2, 1});
        CodeSequences seen = sequences(4, new int[] {0}, new int[] {0, 1, 1});
        double zero = (2 + 3 * 0.25) / (6 + 3);
        double one = (3 + 3 * 0.25) / (6 + 3);
        assertThat(total(CodeStatistics.Guess.UNIFORM, train, seen)).isCloseTo(6, within(1e-12));
        assertThat(total(CodeStatistics.Guess.UNIGRAM, train, seen))
                .isCloseTo(-log2(zero) - 2 * log2(one), within(1e-12));
        double[] positions = {(2 + zero) / 3, (1 + 2 * one) / 4, (2 + one) / 3};
        assertThat(total(CodeStatistics.Guess.POSITION, train, seen))
                .isCloseTo(
                        -log2(positions[0]) - log2(positions[1]) - log2(positions[2]),
                        within(1e-12));
        assertThat(total(CodeStatistics.Guess.CLASS_POSITION, train, seen))
                .isCloseTo(
                        -log2((1 + positions[0]) / 2)
                                - log2((1 + positions[1]) / 2)
                                - log2((1 + positions[2]) / 2),
                        within(1e-12));
        assertThat(total(CodeStatistics.Guess.BIGRAM, train, seen))
                .isCloseTo(
                        -log2((2 + zero) / 3) - log2((1 + 2 * one) / 4) - log2((1 + one) / 2),
                        within(1e-12));
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    /** Every guess is a probability: over all next symbols it sums to one, none is impossible. */
    @ParameterizedTest
    @EnumSource
    void everyGuessIsAProbability(CodeStatistics.Guess guess) {
        MarkovSource source = new MarkovSource(5, 2, 8);
        CodeStatistics statistics =
                new CodeStatistics(source.draw(7, new SeededStreams(1).stream(0)));
        for (int t = 0; t < 10; t++) {
            double sum = 0;
            for (int k = 0; k < 5; k++) {
                int[] codes = new int[10];
                codes[t] = k;
                double bits = statistics.bits(guess, sequences(5, new int[] {1}, codes), GO)[t];
                assertThat(bits).isFinite();
                sum += Math.pow(2, -bits);
            }
            assertThat(sum).isCloseTo(1, within(1e-12));
        }
    }

    /** On plenty of a Markov chain only the pair knows the chain. */
    @Test
    void countingPairsComesCloseToAChainOfOneClass() {
        MarkovSource source = new MarkovSource(6, 1, 3);
        CodeSequences train = source.draw(4000, new SeededStreams(1).stream(0));
        CodeSequences unseen = source.draw(2000, new SeededStreams(1).stream(1));
        double truth = source.bits(unseen);
        assertThat(total(CodeStatistics.Guess.BIGRAM, train, unseen))
                .isCloseTo(truth, within(0.01 * truth));
        assertThat(total(CodeStatistics.Guess.UNIGRAM, train, unseen)).isGreaterThan(1.1 * truth);
    }

    @Test
    void drawsFollowTheHistograms() {
        CodeSequences train =
                sequences(4, new int[] {0, 1}, new int[] {0, 1, 1}, new int[] {3, 2, 1});
        CodeStatistics statistics = new CodeStatistics(train);
        int[][] byClass =
                statistics.drawClassPosition(new int[] {1, 0, 1}, new SeededStreams(1), GO);
        assertThat(byClass).isDeepEqualTo(new int[][] {{3, 2, 1}, {0, 1, 1}, {3, 2, 1}});
        int[][] any = statistics.drawUnigram(5000, new SeededStreams(1), GO);
        double ones = Arrays.stream(any).flatMapToInt(Arrays::stream).filter(c -> c == 1).count();
        assertThat(ones / 15_000).isCloseTo(0.5, within(0.02));
    }

    @Test
    void refusesWhatIsNoSequence() {
        assertThatThrownBy(() -> sequences(4, new int[] {0}, new int[] {4}))
                .hasMessageContaining("4 must be between 0 and 3");
        assertThatThrownBy(() -> sequences(4, new int[] {2}, new int[] {0}))
                .hasMessageContaining("2 must be between 0 and 1");
        assertThatThrownBy(() -> sequences(4, new int[] {0, 0}, new int[] {0}, new int[] {0, 1}))
                .hasMessageContaining("lengths 1 and 2");
    }
}
