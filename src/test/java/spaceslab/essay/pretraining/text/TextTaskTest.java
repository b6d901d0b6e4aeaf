package spaceslab.essay.pretraining.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import spaceslab.essay.pretraining.training.SequenceSets;
import spaceslab.essay.pretraining.training.Sequences;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.data.TextCorpus;
import spaceslab.learning.data.Texts;
import spaceslab.numerics.SeededStreams;

class TextTaskTest {
    private static Set<String> texts(Sequences sequences) {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < sequences.size(); i++) {
            all.add(TextTask.text(sequences, i));
        }
        return all;
    }

    private static SequenceSets sets(TextTask task) {
        return task.draw(600, 200, new SeededStreams(5));
    }

    @Test
    void exchangedCouplets() {
        TextCorpus corpus = Texts.TANG_QUATRAINS.corpus();
        Set<String> poems =
                Set.copyOf(corpus.decode(corpus.window(0, corpus.length())).lines().toList());
        Sequences training = sets(TextTask.COUPLETS).training();
        for (int i = 0; i < 50; i++) {
            String text = TextTask.text(training, i);
            String other = text.substring(16) + text.substring(0, 16);
            assertThat(text).hasSize(32);
            assertThat(training.labels()[i]).isEqualTo(i % 2);
            assertThat(poems).contains(i % 2 == 0 ? text : other);
            assertThat(TextTask.text(training, i ^ 1)).isEqualTo(other);
        }
    }

    @Test
    void earlyAndLateVerses() {
        TextCorpus corpus = Texts.KING_JAMES.corpus();
        var verses = corpus.decode(corpus.window(0, corpus.length())).lines().toList();
        Set<String> early = new HashSet<>();
        Set<String> late = new HashSet<>();
        for (int i = 0; i < verses.size(); i++) {
            String verse = verses.get(i);
            if (verse.length() >= TextTask.TIME) {
                (2 * i < verses.size() - 1 ? early : late).add(verse.substring(0, TextTask.TIME));
            }
        }
        Sequences training = sets(TextTask.VERSES).training();
        for (int i = 0; i < 50; i++) {
            assertThat(i % 2 == 0 ? early : late).contains(TextTask.text(training, i));
        }
    }

    @ParameterizedTest
    @EnumSource
    void testTextsAreNeverTrainedOnAndLargerSetsBeginWithSmallerOnes(TextTask task) {
        SequenceSets small = sets(task);
        SequenceSets large =
                task.draw(task.most() - TextParameters.TEST, 200, new SeededStreams(5));
        assertThat(large.test().tokens()).isEqualTo(small.test().tokens());
        assertThat(java.util.Arrays.copyOf(large.training().tokens(), 600 * TextTask.TIME))
                .isEqualTo(small.training().tokens());
        Set<String> shared = texts(small.training());
        shared.retainAll(texts(small.test()));
        // a verse may be there twice; a poem is not
        assertThat(shared).hasSizeLessThan(task == TextTask.COUPLETS ? 1 : 5);
    }

    /** Both forms of a poem have the same bytes, so that counting them decides nothing. */
    @Test
    void bytesDoNotTellWhetherCoupletsAreExchanged() {
        double[] percents = CountingBaselines.percents(sets(TextTask.COUPLETS), StopSignal.never());
        assertThat(percents[0]).isEqualTo(50);
        assertThat(percents[1]).isEqualTo(50);
        assertThat(percents[3]).isGreaterThan(60);
    }

    /** Two texts of two bytes, by hand: n_1(b) = 2, n_0(a) = 1, V = 2. */
    @Test
    void naiveBayesCounts() {
        Sequences training = new Sequences(new int[] {1, 2, 2, 2}, new int[] {0, 1}, 2);
        var counted = new NaiveBayes(NaiveBayes.Features.BYTES, training);
        Sequences test = new Sequences(new int[] {2, 2, 1, 1, 3, 3}, new int[] {1, 0, 1}, 2);
        assertThat(counted.percent(test)).isCloseTo(250.0 / 3, within(1e-12));
    }

    @Test
    void nearBytesByHand() {
        int time = 10;
        double[] even = new double[time * time];
        java.util.Arrays.fill(even, 0.1);
        assertThat(NearBytes.locality(even))
                .isCloseTo(NearBytes.uniformLocality(time), within(1e-12));
        double[] next = new double[time * time];
        IntStream.range(0, time).forEach(t -> next[t * time + (t + 4) % time] = 1);
        // from the last four positions, four ahead is six behind
        assertThat(NearBytes.locality(next)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"couplets,examples,50,100 … 6000", "verses,examples,6000,100 … 5776"})
    void tooFewAndTooManyTextsAreRefused(String task, String name, String value, String allowed) {
        assertThatThrownBy(() ->
                        ParameterSchema.of(TextParameters.class)
                                .strict(Map.of("task", task, name, value)))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining(name + " (" + value)
                .hasMessageContaining(allowed);
    }
}
