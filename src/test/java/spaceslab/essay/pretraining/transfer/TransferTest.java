package spaceslab.essay.pretraining.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import spaceslab.essay.pretraining.training.Positions;
import spaceslab.essay.pretraining.training.Prediction;
import spaceslab.essay.pretraining.training.SequenceModel;
import spaceslab.essay.pretraining.training.Sequences;
import spaceslab.essay.pretraining.training.StripesSets;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Losses;
import spaceslab.learning.Precision;
import spaceslab.learning.Tensor;
import spaceslab.learning.TensorScope;
import spaceslab.learning.Weights;
import spaceslab.numerics.SeededStreams;

class TransferTest {
    private static TransferParameters parameters(String... texts) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            map.put(texts[i], texts[i + 1]);
        }
        return ParameterSchema.of(TransferParameters.class).strict(map);
    }

    private static SequenceModel model(TransferParameters p) {
        return new SequenceModel(
                Weights.of(new SeededStreams(3), Precision.FLOAT64), p.plan().sizes());
    }

    private static Sequences pictures(TransferParameters p, int count) {
        return StripesSets.draw(p.stripes(), count, new SeededStreams(8));
    }

    @ParameterizedTest
    @EnumSource(Positions.class)
    void anUntrainedModelKnowsNothing(Positions positions) {
        TransferParameters p =
                parameters("positions", positions.name().toLowerCase(java.util.Locale.ROOT));
        try (TensorScope root = TensorScope.root(StopSignal.never())) {
            SequenceModel model = model(p);
            Sequences data = pictures(p, 200);
            Prediction hidden = Prediction.masked(data, 0.3, new SeededStreams(1).stream(0));
            assertThat(hidden.loss(model).item()).isCloseTo(Math.log(2), within(0.2));
            assertThat(Losses.crossEntropy(model.label(data.inputs()), data.targets()).item())
                    .isCloseTo(Math.log(2), within(0.2));
        }
    }

    @Test
    void maskedPixelsAreAsManyAsAskedAndOnlyTheyCount() {
        TransferParameters p = parameters();
        Sequences data = pictures(p, 300);
        Prediction hidden = Prediction.masked(data, 0.3, new SeededStreams(1).stream(0));
        int n = data.tokens().length;
        int masked = 0;
        for (int i = 0; i < n; i++) {
            boolean counts = hidden.targets()[i] != Losses.IGNORED;
            assertThat(hidden.inputs()[i] == 0).isEqualTo(counts);
            assertThat(counts ? hidden.targets()[i] + 1 : hidden.inputs()[i])
                    .isEqualTo(data.tokens()[i]);
            masked += counts ? 1 : 0;
        }
        assertThat((double) masked / n).isCloseTo(0.3, within(3 * Math.sqrt(0.3 * 0.7 / n)));
        Prediction next = Prediction.next(data);
        assertThat(next.targets()[63]).isEqualTo(Losses.IGNORED);
        assertThat(next.targets()[5] + 1).isEqualTo(data.tokens()[6]);
    }

    @Test
    void aCausalModelDoesNotSeeWhatComesLaterAndAFullOneDoes() {
        for (String objective : List.of("causal", "masked")) {
            TransferParameters p = parameters("objective", objective);
            try (TensorScope root = TensorScope.root(StopSignal.never())) {
                SequenceModel model = model(p);
                Sequences one = pictures(p, 1);
                int[] changed = one.tokens().clone();
                changed[40] = 3 - changed[40];
                double[] before = model.levels(one.inputs()).toDoubles();
                double[] after = model.levels(Tensor.indices(changed, 1, 64)).toDoubles();
                double early = difference(before, after, 0, 80);
                assertThat(difference(before, after, 80, 82)).isGreaterThan(1e-6);
                if (objective.equals("causal")) {
                    assertThat(early).isZero();
                } else {
                    assertThat(early).isGreaterThan(1e-9);
                }
                for (double[] rows : model.shares(one.inputs())) {
                    for (int t = 0; t < 64; t++) {
                        double[] row = Arrays.copyOfRange(rows, 64 * t, 64 * t + 64);
                        assertThat(Arrays.stream(row).sum()).isCloseTo(1, within(1e-12));
                        if (objective.equals("causal")) {
                            assertThat(Arrays.stream(row).skip(t + 1).sum()).isZero();
                        }
                    }
                }
            }
        }
    }

    private static double difference(double[] a, double[] b, int from, int to) {
        return IntStream.range(from, to).mapToDouble(i -> Math.abs(a[i] - b[i])).max().orElse(0);
    }

    /** Locality is a hundred where every pixel looks at its neighbours only. */
    @Test
    void localityCountsTheFourNeighbours() {
        int size = 4;
        int time = 16;
        PictureLook look = new PictureLook(size);
        double[] even = new double[time * time];
        Arrays.fill(even, 1.0 / time);
        assertThat(look.locality(even)).isCloseTo(look.uniformLocality(), within(1e-12));
        double[] below = new double[time * time];
        for (int t = 0; t < time; t++) {
            below[t * time + (t < time - size ? t + size : t - size)] = 1;
        }
        assertThat(look.locality(below)).isCloseTo(100, within(1e-12));
        double[] twoAway = new double[time * time];
        for (int t = 0; t < time; t++) {
            twoAway[t * time + (t % size < 2 ? t + 2 : t - 2)] = 1;
        }
        assertThat(look.locality(twoAway)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "mask,0,0.05 … 0.9",
        "mask,1,0.05 … 0.9",
        "width,20,'8, 16, 24, 32, 40, 48'",
        "pretraining,49,50 … 3000"
    })
    void senselessSettingsAreRefused(String name, String value, String allowed) {
        assertThatThrownBy(() -> parameters(name, value))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining(name + " (" + value)
                .hasMessageContaining(allowed);
    }

    @Test
    void noMorePicturesThanThereAreAndNoSeedTwice() {
        assertThatThrownBy(() -> parameters("size", "3", "images", "600"))
                .hasMessageContaining("images (600)")
                .hasMessageContaining("32 … 512");
        assertThatThrownBy(() -> parameters("seeds", "4,4")).hasMessageContaining("twice");
    }

    /** Small and short: the order of events and all numbers are the same again. */
    @Test
    void theSameRunGivesTheSameBytesAndBothArmsReport() {
        String[] small = {
            "size",
            "4",
            "images",
            "64",
            "width",
            "8",
            "layers",
            "1",
            "pretraining",
            "50",
            "tuning",
            "50",
            "seeds",
            "1,2"
        };
        RunResult first = ResultRecorder.run(new TransferExperiment(), parameters(small));
        RunResult second = ResultRecorder.run(new TransferExperiment(), parameters(small));
        assertThat(second.values()).isEqualTo(first.values());
        assertThat(second.table("runs")).isEqualTo(first.table("runs")).hasSize(2);
        assertThat(second.series().keySet()).isEqualTo(first.series().keySet());
        for (String series : first.series().keySet()) {
            assertThat(second.series(series).y()).isEqualTo(first.series(series).y());
        }
        assertThat(first.series("scratch.run1").x()).endsWith(100);
        assertThat(first.series("pretrained.run2").x()[0]).isGreaterThan(50);
        assertThat(first.series("pretrained.run2").x()).endsWith(100);
        assertThat(first.grids().keySet())
                .contains("attention.initial", "attention.pretrained", "similarity.scratch");
    }
}
