package spaceslab.essay.fsq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Adam;
import spaceslab.learning.LearningRate;
import spaceslab.learning.Precision;
import spaceslab.learning.SymbolChoice;
import spaceslab.learning.TensorScope;
import spaceslab.learning.Training;
import spaceslab.learning.Weights;
import spaceslab.numerics.SeededStreams;

/** The model on a source whose entropy and transitions are known. */
class CodeLanguageModelTest {
    private static final int SYMBOLS = 6;
    private static final int CLASSES = 2;
    private static final MarkovSource SOURCE = new MarkovSource(SYMBOLS, CLASSES, 3);
    private static final SymbolChoice PLAIN = new SymbolChoice(1, 1);

    private static <R> R trained(int steps, Function<CodeLanguageModel, R> use) {
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            SeededStreams streams = new SeededStreams(5);
            Weights weights = Weights.of(streams.child(0), Precision.FLOAT32);
            CodeSequences shape = SOURCE.draw(1, streams.stream(0));
            CodeLanguageModel model =
                    new CodeLanguageModel(weights, CodeLanguageModel.Sizes.of(shape, 32, 2, 2));
            Adam adam = new Adam(weights, Adam.Settings.usual().clipping(1));
            new Training(steps, LearningRate.cosine(5e-3, 1e-4, steps).warmUp(20))
                    .run(
                            adam,
                            step -> model.loss(SOURCE.draw(64, streams.child(1).stream(step))),
                            (step, loss) -> {},
                            StopSignal.never());
            return use.apply(model);
        }
    }

    private static double mean(double[][] bits) {
        return Arrays.stream(bits).mapToDouble(row -> Arrays.stream(row).sum()).average().orElse(0);
    }

    @Test
    void reachesTheEntropyOfTheSourceAndDrawsItsTransitions() {
        CodeSequences unseen = SOURCE.draw(2000, new SeededStreams(9).stream(0));
        double truth = SOURCE.bits(unseen);
        trained(
                600,
                model -> {
                    double bits = mean(model.bits(unseen, StopSignal.never()));
                    assertThat(bits).isBetween(truth, 1.02 * truth);
                    int[] labels = IntStream.range(0, 4000).map(i -> i % CLASSES).toArray();
                    int[][] drawn =
                            model.sample(labels, PLAIN, new SeededStreams(11), StopSignal.never());
                    transitions(drawn, labels);
                    return bits;
                });
    }

    /** Shares of pairs against the source's, in each class; 18 000 pairs a class. */
    private static void transitions(int[][] drawn, int[] labels) {
        double[][][] counts = new double[CLASSES][SYMBOLS][SYMBOLS];
        for (int i = 0; i < drawn.length; i++) {
            for (int t = 1; t < drawn[i].length; t++) {
                counts[labels[i]][drawn[i][t - 1]][drawn[i][t]]++;
            }
        }
        for (int label = 0; label < CLASSES; label++) {
            for (int before = 0; before < SYMBOLS; before++) {
                double total = Arrays.stream(counts[label][before]).sum();
                for (int next = 0; next < SYMBOLS; next++) {
                    double truth = SOURCE.probability(label, before, next);
                    double noise = Math.sqrt(truth * (1 - truth) / total);
                    assertThat(counts[label][before][next] / total)
                            .as("class %d, %d after %d", label, next, before)
                            .isCloseTo(truth, within(0.03 + 4 * noise));
                }
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameSequencesWhateverElseIsAskedFor() {
        int[][] alone = trained(30, model -> drawn(model, 3));
        int[][] withOthers = trained(30, model -> drawn(model, 9));
        assertThat(Arrays.copyOf(withOthers, 3)).isDeepEqualTo(alone);
        assertThat(drawn(9)[8]).isNotEqualTo(drawn(9)[7]);
    }

    private static int[][] drawn(int count) {
        return trained(30, model -> drawn(model, count));
    }

    private static int[][] drawn(CodeLanguageModel model, int count) {
        return model.sample(new int[count], PLAIN, new SeededStreams(2), StopSignal.never());
    }

    @Test
    void lossIsTheMeanOfBitsAndClassesAreNeverDrawn() {
        CodeSequences some = SOURCE.draw(70, new SeededStreams(4).stream(0));
        trained(
                1,
                model -> {
                    double[][] bits = model.bits(some, StopSignal.never());
                    try (TensorScope scope = TensorScope.evaluation()) {
                        assertThat(mean(bits) / some.length() * Math.log(2))
                                .isCloseTo(model.loss(some).item(), within(1e-5));
                    }
                    int[][] hot =
                            model.sample(
                                    new int[200],
                                    new SymbolChoice(100, 1),
                                    new SeededStreams(1),
                                    StopSignal.never());
                    assertThat(Arrays.stream(hot).flatMapToInt(Arrays::stream).distinct().sorted())
                            .containsExactly(0, 1, 2, 3, 4, 5);
                    return bits;
                });
    }

    @Test
    void stops() {
        StopSignal stop = () -> Optional.of(StopSignal.Reason.VISITOR);
        trained(
                1,
                model -> {
                    assertThatThrownBy(() ->
                                    model.sample(new int[1], PLAIN, new SeededStreams(1), stop))
                            .isInstanceOf(StopSignal.Stopped.class);
                    CodeSequences one = SOURCE.draw(1, new SeededStreams(1).stream(0));
                    assertThatThrownBy(() -> model.bits(one, stop))
                            .isInstanceOf(StopSignal.Stopped.class);
                    return 0;
                });
    }
}
