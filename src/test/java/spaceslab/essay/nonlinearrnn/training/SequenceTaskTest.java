package spaceslab.essay.nonlinearrnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import spaceslab.numerics.SeededStreams;

class SequenceTaskTest {
    private static final SeededStreams STREAMS = new SeededStreams(41);

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 8, 33})
    void addingAsksForTheTwoMarkedValues(int length) {
        for (int i = 0; i < 200; i++) {
            Sequence s = SequenceTask.ADDING.draw(i, length, STREAMS.stream(i));
            int firstHalf = 0;
            int secondHalf = 0;
            double sum = 0;
            for (int t = 0; t < length; t++) {
                double value = s.inputs()[2 * t];
                double mark = s.inputs()[2 * t + 1];
                assertThat(value).isBetween(0.0, 1.0);
                assertThat(mark).isIn(0.0, 1.0);
                sum += mark * value;
                if (t < length / 2) {
                    firstHalf += (int) mark;
                } else {
                    secondHalf += (int) mark;
                }
            }
            assertThat(firstHalf).isEqualTo(1);
            assertThat(secondHalf).isEqualTo(1);
            assertThat(s.targets()).containsExactly(sum);
            assertThat(s.at()).containsExactly(length - 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 9, 20, 64})
    void copyAsksForTheSymbolsInOrder(int length) {
        int shown = Math.min(5, length / 4);
        for (int i = 0; i < 100; i++) {
            Sequence s = SequenceTask.COPY.draw(i, length, STREAMS.stream(i));
            assertThat(s.at()).hasSize(shown);
            for (int t = 0; t < length; t++) {
                double[] row = Arrays.copyOfRange(s.inputs(), 5 * t, 5 * t + 5);
                double[] expected = new double[5];
                if (t < shown) {
                    expected[(int) s.targets()[t]] = 1;
                } else if (t >= length - shown) {
                    expected[4] = 1;
                    assertThat(s.at()[t - length + shown]).isEqualTo(t);
                }
                assertThat(row).containsExactly(expected);
            }
        }
    }

    @Test
    void parityCountsTheOnes() {
        Sequence s = SequenceTask.PARITY.draw(0, 50, STREAMS.stream(7));
        int ones = 0;
        for (int t = 0; t < 50; t++) {
            assertThat(s.inputs()[t]).isIn(-1.0, 1.0);
            ones += s.inputs()[t] > 0 ? 1 : 0;
            assertThat(s.targets()[t]).isEqualTo(ones % 2);
        }
    }

    /** The best constant answer of each task, scored on many examples. */
    @ParameterizedTest
    @EnumSource(SequenceTask.class)
    void baselineIsTheLossOfTheBestConstant(SequenceTask task) {
        double[] answer = new double[task.outputs()];
        Arrays.fill(answer, 1);
        double sum = 0;
        int count = 20_000;
        for (int i = 0; i < count; i++) {
            Sequence s = task.draw(i, 8, STREAMS.stream(1_000_000 + i));
            double mean = 0;
            for (double target : s.targets()) {
                mean += task.loss().costAndGradient(answer.clone(), target) / s.targets().length;
            }
            sum += mean;
        }
        // The adding loss has standard deviation 0.14, so this is five standard errors.
        assertThat(sum / count).isCloseTo(task.baseline(), within(0.007));
    }

    @ParameterizedTest
    @EnumSource(SequenceTask.class)
    void sameStreamSameExample(SequenceTask task) {
        Sequence one = task.draw(3, 16, STREAMS.stream(3));
        Sequence again = task.draw(3, 16, STREAMS.stream(3));
        Sequence other = task.draw(3, 16, STREAMS.stream(4));
        assertThat(again.inputs()).containsExactly(one.inputs());
        assertThat(again.targets()).containsExactly(one.targets());
        assertThat(other.inputs()).isNotEqualTo(one.inputs());
    }

    @Test
    void epochsVisitEveryExampleOnceInAnOrderOfTheirOwn() {
        DataSet set = new DataSet(SequenceTask.ADDING, 8, 40, STREAMS);
        int[] first = Arrays.stream(set.epoch(0)).mapToInt(Sequence::index).toArray();
        int[] second = Arrays.stream(set.epoch(1)).mapToInt(Sequence::index).toArray();
        assertThat(first).isNotEqualTo(second);
        Arrays.sort(first);
        Arrays.sort(second);
        assertThat(first).containsExactly(second);
        assertThat(first[39]).isEqualTo(39);
        assertThat(set.size()).isEqualTo(40);
        assertThat(set.get(5).index()).isEqualTo(5);
    }
}
