package spaceslab.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Trainings.Trace;
import spaceslab.numerics.SeededStreams;

class TrainingTest {
    private static Trace alone(SideBySide.Arm<Trace> arm) {
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            return arm.train();
        }
    }

    @Test
    void decoderLearnsToCount() {
        Trace trace = alone(() -> Trainings.decoder(1, 250, StopSignal.never()));
        assertThat(trace.losses().getFirst()).isBetween(2.2, 2.6);
        // the stride is unknown at the first symbol: ln 3 / 24 and the start ln 11 are not scored
        assertThat(trace.losses().getLast()).isLessThan(0.25);
    }

    @Test
    void autoencoderLearnsStripes() {
        Trace trace = alone(() -> Trainings.autoencoder(1, 150, StopSignal.never()));
        assertThat(trace.losses().getFirst()).isGreaterThan(0.12);
        assertThat(trace.losses().getLast()).isLessThan(0.05);
    }

    @Test
    void sameSeedGivesTheSameBytesAlsoBesideAnother() {
        StopSignal go = StopSignal.never();
        Trace decoder = alone(() -> Trainings.decoder(5, 40, go));
        Trace autoencoder = alone(() -> Trainings.autoencoder(6, 40, go));
        assertThat(alone(() -> Trainings.decoder(5, 40, go)).same(decoder)).isTrue();
        assertThat(alone(() -> Trainings.decoder(6, 40, go)).same(decoder)).isFalse();
        List<Trace> both =
                SideBySide.run(
                        List.of(
                                () -> Trainings.decoder(5, 40, go),
                                () -> Trainings.autoencoder(6, 40, go),
                                () -> Trainings.decoder(5, 40, go)),
                        go);
        assertThat(both.get(0).same(decoder)).isTrue();
        assertThat(both.get(1).same(autoencoder)).isTrue();
        assertThat(both.get(2).same(decoder)).isTrue();
    }

    @Test
    void armsThatHaveNotBegunStillRunWhenOneFails() {
        AtomicInteger ended = new AtomicInteger();
        SideBySide.Arm<Integer> fails =
                () -> {
                    throw new IllegalStateException("the first");
                };
        List<SideBySide.Arm<Integer>> arms =
                List.of(
                        fails,
                        ended::incrementAndGet,
                        ended::incrementAndGet,
                        ended::incrementAndGet,
                        ended::incrementAndGet);
        assertThatThrownBy(() -> SideBySide.run(arms, StopSignal.never()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the first");
        assertThat(ended).hasValue(4);
    }

    @Test
    void stopsWithinAStep() {
        AtomicInteger taken = new AtomicInteger();
        StopSignal stop =
                () -> taken.get() < 3 ? Optional.empty() : Optional.of(StopSignal.Reason.VISITOR);
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            Weights weights = Weights.of(new SeededStreams(1), Precision.FLOAT32);
            Tensor w = weights.normal("w", 1, 4);
            Adam adam = new Adam(weights, Adam.Settings.usual());
            Training training = new Training(100, LearningRate.constant(0.1));
            assertThatThrownBy(() ->
                            training.run(
                                    adam,
                                    step -> w.square().sum(),
                                    (step, loss) -> taken.set(step),
                                    stop))
                    .isInstanceOf(StopSignal.Stopped.class);
            assertThat(taken).hasValue(3);
        }
        assertThat(TrainingSlots.free()).isEqualTo(TrainingSlots.COUNT);
    }

    @Test
    void aDivergingTrainingNamesTheStepAndKeepsTheLastGoodWeights() {
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            Weights weights = Weights.of(new SeededStreams(1), Precision.FLOAT32);
            Tensor w = weights.constant("w", 1, 1);
            Adam adam = new Adam(weights, Adam.Settings.usual());
            List<Double> kept = new ArrayList<>();
            Training training = new Training(100, LearningRate.constant(0.25));
            // log of a number that Adam drives below zero
            assertThatThrownBy(() ->
                            training.run(
                                    adam,
                                    step -> w.log().sum(),
                                    (step, loss) -> kept.add(w.item()),
                                    StopSignal.never()))
                    .isInstanceOfSatisfying(
                            Diverged.class,
                            d -> {
                                assertThat(d.step()).isEqualTo(kept.size() + 1);
                                assertThat(d.loss()).isNaN();
                            });
            assertThat(w.item()).isEqualTo(kept.getLast());
        }
    }

    @Test
    void schedulesRiseAndFall() {
        LearningRate rate = LearningRate.cosine(1, 0.1, 100).warmUp(4);
        assertThat(rate.at(0)).isBetween(0.24, 0.26);
        assertThat(rate.at(50)).isBetween(0.549, 0.551);
        assertThat(rate.at(100)).isEqualTo(0.1);
        assertThat(rate.at(1000)).isEqualTo(0.1);
    }
}
