package spaceslab.essay.transformervq.training.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.GradientCheck;
import spaceslab.learning.Precision;
import spaceslab.learning.Tensor;
import spaceslab.learning.TensorScope;
import spaceslab.learning.Weights;
import spaceslab.learning.quantisation.AveragedCodebook;
import spaceslab.learning.quantisation.FiniteScalarLayer;
import spaceslab.learning.quantisation.Quantiser;
import spaceslab.learning.quantisation.Unquantised;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;
import spaceslab.numerics.quantisation.Codebook;
import spaceslab.numerics.quantisation.FiniteScalarQuantiser;
import spaceslab.numerics.quantisation.MovingAverageCodebook;
import spaceslab.numerics.quantisation.ScalarForm;

class AttentionUnitTest {
    private static final int WIDTH = 6;
    private static final int KEY = 4;
    private static final int BLOCK = 4;
    private static final int TIME = 20;
    private static final UnitSettings SETTINGS =
            new UnitSettings(WIDTH, KEY, 5, BLOCK, true, Truncation.TWO_BLOCKS);

    private static double[] normal(long stream, int count) {
        RandomStream random = new SeededStreams(11).stream(stream);
        return IntStream.range(0, count).mapToDouble(i -> random.nextGaussian()).toArray();
    }

    private static Quantiser codebook(int codes) {
        double[] c = normal(5, codes * KEY);
        double[][] rows = new double[codes][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(c, i * KEY, (i + 1) * KEY));
        return new AveragedCodebook(
                Precision.FLOAT64,
                MovingAverageCodebook.of(new Codebook(rows), 0.99, 0),
                1,
                AveragedCodebook.Reset.never());
    }

    private static UnitStack stack(Reach reach, Weights weights) {
        UnitStack stack = new UnitStack(weights, SETTINGS, 2);
        for (Weights.Weight w : weights.all()) {
            if (w.name().endsWith("bias") && w.tensor().size() == BLOCK + 1) {
                w.tensor().assign(Tensor.of(Precision.FLOAT64, normal(9, BLOCK + 1), BLOCK + 1));
            }
        }
        stack.use(reach, i -> reach == Reach.CACHE ? codebook(7) : new Unquantised());
        return stack;
    }

    private static Weights weights() {
        return Weights.of(new SeededStreams(4), Precision.FLOAT64);
    }

    private static Tensor input() {
        return Tensor.of(Precision.FLOAT64, normal(1, 2 * TIME * WIDTH), 2, TIME, WIDTH);
    }

    @ParameterizedTest
    @EnumSource(Reach.class)
    void tokenByTokenIsTheSameAsAllAtOnce(Reach reach) {
        try (TensorScope root = TensorScope.root(StopSignal.never())) {
            UnitStack stack = stack(reach, weights());
            Tensor x = input();
            double[] atOnce = stack.apply(x, Pass.evaluation()).toDoubles();
            UnitStack.Recurrence recurrence = stack.recurrence(2, TIME);
            long numbers = recurrence.numbers();
            for (int t = 0; t < TIME; t++) {
                try (TensorScope scope = TensorScope.evaluation()) {
                    double[] y = recurrence.next(x.slice(1, t, t + 1)).toDoubles();
                    for (int i = 0; i < y.length; i++) {
                        int at = (i / WIDTH * TIME + t) * WIDTH + i % WIDTH;
                        assertThat(y[i]).as("token %d", t).isCloseTo(atOnce[at], within(1e-12));
                    }
                }
                assertThat(recurrence.numbers()).isEqualTo(numbers);
            }
        }
    }

    @Test
    void theMemoryIsWindowPlusCache() {
        try (TensorScope root = TensorScope.root(StopSignal.never())) {
            UnitStack stack = stack(Reach.CACHE, weights());
            assertThat(stack.recurrence(3, 1000).numbers())
                    .isEqualTo(2 * (2 * BLOCK * (KEY + 5) + 7 * (5 + 1)));
            assertThat(stack(Reach.FULL, weights()).recurrence(3, 100).numbers())
                    .isEqualTo(2 * 100 * (KEY + 5));
        }
    }

    @ParameterizedTest
    @EnumSource(Reach.class)
    void whatComesLaterChangesNothing(Reach reach) {
        try (TensorScope root = TensorScope.root(StopSignal.never())) {
            UnitStack stack = stack(reach, weights());
            double[] before = stack.apply(input(), Pass.evaluation()).toDoubles();
            for (int changed : new int[] {3, 4, 13, TIME - 1}) {
                double[] other = input().toDoubles();
                other[changed * WIDTH] += 1;
                double[] after =
                        stack.apply(
                                        Tensor.of(Precision.FLOAT64, other, 2, TIME, WIDTH),
                                        Pass.evaluation())
                                .toDoubles();
                int first =
                        IntStream.range(0, before.length)
                                .filter(i -> Math.abs(before[i] - after[i]) > 1e-13)
                                .findFirst()
                                .orElseThrow();
                assertThat(first / WIDTH).isEqualTo(changed);
            }
        }
    }

    /** With as many codes as keys and these as codewords nothing is lost. */
    @Test
    void keysThatAreTheirOwnCodesGiveFullAttention() {
        try (TensorScope root = TensorScope.root(StopSignal.never())) {
            AttentionUnit unit = new AttentionUnit(weights(), SETTINGS);
            Pass pass = Pass.evaluation();
            double[] full = unit.apply(input(), pass).toDoubles();
            unit.use(
                    Reach.CACHE,
                    new AveragedCodebook(
                            Precision.FLOAT64,
                            MovingAverageCodebook.of(new Codebook(pass.keys(0)), 0.99, 0),
                            1,
                            AveragedCodebook.Reset.never()));
            double[] cached = unit.apply(input(), Pass.evaluation()).toDoubles();
            for (int i = 0; i < full.length; i++) {
                assertThat(cached[i]).isCloseTo(full[i], within(1e-12));
            }
            assertThat(pass.keys(0)[3])
                    .satisfies(k ->
                            assertThat(Arrays.stream(k).map(a -> a * a).sum())
                                    .isCloseTo(Math.sqrt(KEY), within(1e-4)));
        }
    }

    @Test
    void gradientsAreThoseOfDifferences() {
        for (Reach reach : new Reach[] {Reach.FULL, Reach.WINDOW}) {
            GradientCheck.check(
                    w -> {
                        AttentionUnit unit = new AttentionUnit(w.within("unit"), SETTINGS);
                        unit.use(reach, new Unquantised());
                        return x -> unit.apply(x, Pass.evaluation());
                    },
                    1,
                    12,
                    WIDTH);
        }
    }

    /** The codewords of a lattice are images of a trained map: the cache too passes a gradient. */
    @Test
    void latticesOfKeysTrain() {
        try (TensorScope root = TensorScope.root(StopSignal.never());
                TensorScope step = TensorScope.step()) {
            Weights weights = weights();
            AttentionUnit unit = new AttentionUnit(weights, SETTINGS);
            FiniteScalarQuantiser levels =
                    new FiniteScalarQuantiser(ScalarForm.TANH, List.of(5, 3));
            unit.use(Reach.CACHE, new FiniteScalarLayer(weights.within("lattice"), levels, KEY));
            Tensor loss = unit.apply(input(), Pass.training()).square().sum();
            var gradients = GradientCheck.gradients(weights, loss);
            for (int i = 0; i < gradients.size(); i++) {
                assertThat(Arrays.stream(gradients.get(i)).map(Math::abs).sum())
                        .as(weights.all().get(i).name())
                        .isPositive();
            }
        }
    }

    @Test
    void aCacheNeedsCodesAndBlocksNeedAMultiple() {
        try (TensorScope root = TensorScope.root(StopSignal.never())) {
            AttentionUnit unit = new AttentionUnit(weights(), SETTINGS);
            assertThatThrownBy(() -> unit.use(Reach.CACHE, new Unquantised()))
                    .hasMessageContaining("codes");
            unit.use(Reach.WINDOW, new Unquantised());
            Tensor odd = input().slice(1, 0, 10);
            assertThatThrownBy(() -> unit.apply(odd, Pass.evaluation()))
                    .hasMessageContaining("n (10)");
        }
    }
}
