package spaceslab.essay.fsq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.SideBySide;
import spaceslab.learning.TensorScope;
import spaceslab.numerics.SeededStreams;

class TokeniserTest {
    private static final QuantiserSettings SMALL =
            new QuantiserSettings(List.of(5, 4, 3), 32, 1, 0.25, 0.9, 2, 0.5);

    private static TrainingPlan plan(Pictures data, int depth, boolean everyLayer, int steps) {
        return new TrainingPlan(
                data, new Architecture(6, 8, depth, everyLayer), SMALL, steps, 16, 0.01, 3);
    }

    @ParameterizedTest
    @EnumSource(Pictures.class)
    void picturesAreSquaresOfWholePatchesFromZeroToOne(Pictures data) {
        assertThat(data.grid() * data.patch()).isEqualTo(data.side());
        assertThat(data.places()).isEqualTo(data == Pictures.CLOTHING ? 49 : 16);
        float[] held = data.heldOut();
        assertThat(held).hasSize(data.heldOutSize() * data.pixels());
        assertThat(data.heldOutLabels()).hasSize(data.heldOutSize());
        assertThat(data.trainingLabels()).hasSize(data.trainingSize());
        assertThat(held).isEqualTo(data.heldOut());
        for (float level : held) {
            assertThat(level).isBetween(0f, 1f);
        }
        assertThat(IntStream.range(0, held.length).mapToDouble(i -> held[i]).max().orElseThrow())
                .isGreaterThan(0.95);
    }

    @Test
    void noPictureIsInBothParts() {
        float[] held = Pictures.DIGITS.heldOut();
        int[] all = IntStream.range(0, Pictures.DIGITS.trainingSize()).toArray();
        float[] train = Pictures.DIGITS.training(all, new SeededStreams(1).stream(0));
        assertThat(all.length + Pictures.DIGITS.heldOutSize()).isEqualTo(1797);
        assertThat(held.length + train.length).isEqualTo(1797 * 64);
    }

    @Test
    void stepsDecideTheBatchAndSeedsTheOrder() {
        PictureBatches one = new PictureBatches(Pictures.GLYPHS, 64, new SeededStreams(5));
        PictureBatches other = new PictureBatches(Pictures.GLYPHS, 64, new SeededStreams(5));
        float[] late = other.step(40);
        assertThat(one.step(0)).isEqualTo(other.step(0));
        assertThat(one.step(40)).isEqualTo(late).isNotEqualTo(one.step(41));
        assertThat(new PictureBatches(Pictures.GLYPHS, 64, new SeededStreams(6)).step(0))
                .isNotEqualTo(one.step(0));
    }

    @ParameterizedTest
    @EnumSource(Arm.class)
    void codesDecodeToTheReconstruction(Arm arm) {
        for (int depth : new int[] {0, 1, 2}) {
            for (boolean everyLayer : new boolean[] {false, true}) {
                try (TensorScope run = TensorScope.root(StopSignal.never())) {
                    TrainingPlan plan = plan(Pictures.GLYPHS, depth, everyLayer, 2);
                    ArmTraining training = new ArmTraining(plan, arm);
                    training.run((step, loss) -> {}, StopSignal.never());
                    float[] held = Arrays.copyOf(Pictures.GLYPHS.heldOut(), 200 * 256);
                    Tokeniser tokeniser = training.tokeniser();
                    Tokeniser.Evaluation evaluation = tokeniser.evaluate(held);
                    assertThat(evaluation.pictures()).hasSize(held.length);
                    if (arm != Arm.NONE) {
                        assertThat(evaluation.codes()).hasSize(200 * 16);
                        assertThat(Arrays.stream(evaluation.codes()).max().orElseThrow())
                                .isLessThan(tokeniser.quantiser().size());
                        assertThat(tokeniser.decode(evaluation.codes()))
                                .containsExactly(evaluation.pictures(), within(1e-5f));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Arm.class)
    void trainingLowersTheError(Arm arm) {
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            ArmTraining training = new ArmTraining(plan(Pictures.DIGITS, 1, false, 60), arm);
            float[] held = Pictures.DIGITS.heldOut();
            double before = HeldOut.of(training.tokeniser(), held).error();
            List<Double> losses = new ArrayList<>();
            training.run((step, loss) -> losses.add(loss), StopSignal.never());
            HeldOut after = HeldOut.of(training.tokeniser(), held);
            assertThat(losses).hasSize(60);
            assertThat(after.error()).isLessThan(0.8 * before);
            assertThat(after.used() == 0).isEqualTo(arm == Arm.NONE);
            assertThat(after.perplexity()).isLessThanOrEqualTo(after.used() + 1e-9);
        }
    }

    @Test
    void armsBeginWithTheSameEncoderAndAnArmBesideAnotherGivesTheSameBytes() {
        TrainingPlan plan = plan(Pictures.GLYPHS, 2, false, 5);
        List<float[]> together =
                SideBySide.run(
                        List.of(
                                () -> trained(plan, Arm.VQ_EMA_RESET),
                                () -> trained(plan, Arm.FSQ_TANH)),
                        StopSignal.never());
        List<float[]> alone =
                SideBySide.run(List.of(() -> trained(plan, Arm.VQ_EMA_RESET)), StopSignal.never());
        assertThat(together.get(0)).isEqualTo(alone.get(0)).isNotEqualTo(together.get(1));
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            float[] held = Arrays.copyOf(Pictures.GLYPHS.heldOut(), 256);
            float[] first = new ArmTraining(plan, Arm.NONE).tokeniser().encoded(held).toFloats();
            for (Arm arm : Arm.values()) {
                assertThat(new ArmTraining(plan, arm).tokeniser().encoded(held).toFloats())
                        .isEqualTo(first);
            }
        }
    }

    private static float[] trained(TrainingPlan plan, Arm arm) {
        ArmTraining training = new ArmTraining(plan, arm);
        training.run((step, loss) -> {}, StopSignal.never());
        return training.tokeniser().evaluate(Pictures.GLYPHS.heldOut()).pictures();
    }
}
