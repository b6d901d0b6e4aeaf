package spaceslab.essay.emo.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spaceslab.essay.emo.loss.ExpectedLoss;
import spaceslab.essay.emo.loss.Loss;
import spaceslab.essay.emo.transport.Costs;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.SeededStreams;

class ToyLanguageTest {
    private static final Loss.Settings SETTINGS = new Loss.Settings(1, 0.1, 0.2, 0.5, 0.1);

    private static ToyLanguage language() {
        return ToyLanguage.draw(4, 3, 6, 0.15, new SeededStreams(5));
    }

    @Test
    void probabilitiesSumToOneAndAreStationary() {
        ToyLanguage language = language();
        double[] after = new double[language.words()];
        for (int i = 0; i < language.words(); i++) {
            assertThat(Arrays.stream(language.next()[i]).sum()).isCloseTo(1, within(1e-12));
            for (int j = 0; j < after.length; j++) {
                after[j] += language.often()[i] * language.next()[i][j];
            }
        }
        assertThat(after).containsExactly(language.often(), within(1e-12));
    }

    /** Synonyms follow and are followed alike, up to their share. */
    @Test
    void synonymsDifferInShareOnly() {
        double[][] next = language().next();
        assertThat(next[1]).containsExactly(next[0], within(1e-15));
        double ratio = next[0][4] / next[0][3];
        for (double[] row : next) {
            assertThat(row[4] / row[3]).isCloseTo(ratio, within(1e-12));
        }
    }

    @Test
    void countsFollowTheProbabilities() {
        ToyLanguage language = language();
        int length = 200_000;
        double[][] counts = language.count(length, new SeededStreams(6).stream(0));
        double total = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                total += counts[i][j];
                double expected = length * language.often()[i] * language.next()[i][j];
                assertThat(counts[i][j]).isCloseTo(expected, within(10 + 12 * Math.sqrt(expected)));
            }
        }
        assertThat(total).isEqualTo(length);
    }

    /** The truth itself: both losses are the entropy, and no meaning is wrong. */
    @Test
    void theTruthHasItsOwnQuality() {
        ToyLanguage language = language();
        ToyQuality truth = ToyQuality.of(language.next(), 1, language);
        assertThat(truth.testLoss()).isCloseTo(truth.entropy(), within(1e-12));
        assertThat(truth.sampleLoss()).isCloseTo(truth.entropy(), within(1e-12));
        assertThat(truth.meaningDivergence()).isCloseTo(0, within(1e-12));
        ToyQuality cooled = ToyQuality.of(language.next(), 2, language);
        assertThat(cooled.testLoss()).isEqualTo(truth.testLoss());
        assertThat(cooled.sampleLoss()).isLessThan(truth.sampleLoss());
    }

    /** Given the truth as counts, cross entropy finds it. */
    @Test
    void crossEntropyLearnsTheCounts() {
        ToyLanguage language = language();
        double[][] counts = new double[language.words()][];
        for (int i = 0; i < counts.length; i++) {
            double often = language.often()[i];
            counts[i] = Arrays.stream(language.next()[i]).map(p -> often * p).toArray();
        }
        ExpectedLoss loss = new ExpectedLoss(Loss.MLE, SETTINGS, Costs.zeroOne(counts.length));
        double[] last = {0};
        new ToyTraining(loss, counts, 2)
                .run(
                        20_000,
                        (step, table) -> last[0] = ToyQuality.of(table, 1, language).testLoss(),
                        StopSignal.never());
        double entropy = ToyQuality.of(language.next(), 1, language).testLoss();
        assertThat(last[0]).isBetween(entropy, entropy + 1e-4);
    }

    @ParameterizedTest
    @EnumSource
    void everyOriginGivesEveryWordADirection(WordVectors origin) {
        ToyLanguage language = language();
        double[][] counts = language.count(20, new SeededStreams(7).stream(0));
        double[][] vectors =
                origin.of(
                        new WordVectors.Source(language, counts, 6, new SeededStreams(8).stream(0)),
                        StopSignal.never());
        assertThat(vectors).hasNumberOfRows(language.words());
        assertThat(Costs.cosine(vectors).largest()).isBetween(0.5, 2.0);
    }

    /** Synonyms come out near each other from the text alone. */
    @ParameterizedTest
    @EnumSource(names = {"MEANING", "CO_OCCURRENCE", "PRETRAINED"})
    void synonymsAreNear(WordVectors origin) {
        ToySetup setup = new ToySetup(6, 3, 50_000, origin, 0.15, 8, SETTINGS, 100, 1, 1, 3);
        ToyLanguage language = setup.language();
        double[][] counts = setup.counts(language);
        Costs costs = setup.costs(language, counts, StopSignal.never());
        double near = 0;
        double far = 0;
        for (int i = 0; i < language.words(); i++) {
            for (int j = 0; j < language.words(); j++) {
                if (i / 3 == j / 3) {
                    near += costs.at(i, j) / (6 * 9);
                } else {
                    far += costs.at(i, j) / (18 * 18 - 6 * 9);
                }
            }
        }
        assertThat(near).isLessThan(far / 3);
    }

    @Test
    void shufflingKeepsTheVectors() {
        ToyLanguage language = language();
        double[][] shuffled =
                WordVectors.SHUFFLED.of(
                        new WordVectors.Source(
                                language, new double[0][], 6, new SeededStreams(9).stream(0)),
                        StopSignal.never());
        assertThat(List.of(shuffled)).containsExactlyInAnyOrder(language.vectors());
        assertThat(shuffled).isNotEqualTo(language.vectors());
    }

    @Test
    void oneLossAndOneSynonymAreEnough() {
        RunResult result =
                ResultRecorder.run(
                        new ToyExperiment(),
                        ParameterSchema.of(ToyParameters.class)
                                .strict(
                                        Map.of(
                                                "synonyms", "1",
                                                "meanings", "2",
                                                "losses", "emo",
                                                "steps", "50")));
        assertThat(result.values()).doesNotContainKey("synonymCost");
        assertThat(result.grids().get("learnedFirst")).isNotNull();
        assertThat(result.grids().get("learnedLast")).isNotNull();
    }
}
