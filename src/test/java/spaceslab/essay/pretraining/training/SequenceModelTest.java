package spaceslab.essay.pretraining.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import spaceslab.essay.pretraining.task.Stripes;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Losses;
import spaceslab.learning.Precision;
import spaceslab.learning.Tensor;
import spaceslab.learning.TensorScope;
import spaceslab.learning.Weights;
import spaceslab.numerics.SeededStreams;

class SequenceModelTest {
    private static final int SIDE = 6;
    private static final int TIME = SIDE * SIDE;

    private static SequenceModel model(Architecture architecture, boolean causal) {
        return new SequenceModel(
                Weights.of(new SeededStreams(3), Precision.FLOAT64),
                new ModelSizes(architecture, Positions.LEARNED, causal, 2, SIDE, SIDE, 16, 2));
    }

    private static Sequences pictures(int count) {
        return StripesSets.draw(new Stripes(SIDE, 0.1), count, new SeededStreams(8));
    }

    private static double difference(double[] a, double[] b, int from, int to) {
        double most = 0;
        for (int i = from; i < to; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }

    /** Up to what the transform of a convolution rounds. */
    @ParameterizedTest
    @CsvSource({
        "TRANSFORMER,true", "AVERAGED,true", "S4D_LIN,true", "S4D_INV,true", "DLR,true",
        "TRANSFORMER,false", "AVERAGED,false", "S4D_LIN,false", "S4D_INV,false", "DLR,false"
    })
    void aCausalModelDoesNotSeeWhatComesLater(Architecture architecture, boolean causal) {
        int changed = 20;
        try (TensorScope root = TensorScope.root(StopSignal.never())) {
            SequenceModel model = model(architecture, causal);
            Sequences one = pictures(1);
            int[] other = one.tokens().clone();
            other[changed] = 3 - other[changed];
            double[] before = model.levels(one.inputs()).toDoubles();
            double[] after = model.levels(Tensor.indices(other, 1, TIME)).toDoubles();
            assertThat(difference(before, after, 2 * changed, 2 * changed + 2)).isGreaterThan(1e-6);
            double early = difference(before, after, 0, 2 * changed);
            if (causal) {
                assertThat(early).isLessThan(1e-13);
            } else {
                assertThat(early).isGreaterThan(1e-9);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUntrainedModelKnowsNothing(Architecture architecture) {
        try (TensorScope root = TensorScope.root(StopSignal.never())) {
            SequenceModel model = model(architecture, false);
            Sequences data = pictures(200);
            Prediction hidden = Prediction.masked(data, 0.3, new SeededStreams(1).stream(0));
            assertThat(hidden.loss(model).item()).isCloseTo(Math.log(2), within(0.25));
            assertThat(Losses.crossEntropy(model.label(data.inputs()), data.targets()).item())
                    .isCloseTo(Math.log(2), within(0.25));
        }
    }

    /** Everything a position receives is shared out, and a causal one receives nothing later. */
    @ParameterizedTest
    @EnumSource
    void sharesAddUp(Architecture architecture) {
        for (boolean causal : new boolean[] {false, true}) {
            try (TensorScope root = TensorScope.root(StopSignal.never())) {
                SequenceModel model = model(architecture, causal);
                assertThat(model.kernel().isPresent())
                        .isEqualTo(architecture != Architecture.TRANSFORMER);
                for (double[] shares : model.shares(pictures(2).inputs())) {
                    for (int t = 0; t < TIME; t++) {
                        double[] row = Arrays.copyOfRange(shares, TIME * t, TIME * t + TIME);
                        assertThat(Arrays.stream(row).sum()).isCloseTo(1, within(1e-12));
                        double later = Arrays.stream(row).skip(t + 1).sum();
                        assertThat(later == 0).isEqualTo(causal || t == TIME - 1);
                    }
                }
            }
        }
    }
}
