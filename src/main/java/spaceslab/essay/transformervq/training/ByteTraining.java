package spaceslab.essay.transformervq.training;

import java.util.Arrays;
import spaceslab.essay.transformervq.training.model.KeyCodebooks;
import spaceslab.essay.transformervq.training.model.UnitSettings;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Adam;
import spaceslab.learning.LearningRate;
import spaceslab.learning.Precision;
import spaceslab.learning.TensorScope;
import spaceslab.learning.Training;
import spaceslab.learning.Weights;
import spaceslab.numerics.SeededStreams;

/** A {@link ByteModel} that learns a text, in the open root scope. */
final class ByteTraining {
    static final int BATCH = 16;
    static final KeyCodebooks CODEBOOKS = new KeyCodebooks(0.95, 1e-4, 25);
    private static final int TEST = 32;
    private static final int WARM_UP = 20;
    private static final double LAST = 0.05;

    /**
     * What is learned by what.
     *
     * @param text read
     * @param n bytes of a window
     * @param unit sizes of each unit
     * @param units one after the other
     * @param seed of weights, windows and codebooks
     */
    record Setup(ByteText text, int n, UnitSettings unit, int units, long seed) {}

    /** Is told how the model does, in bits a byte. */
    @FunctionalInterface
    interface Look {
        /** {@code trained} is the mean over training windows since the last look. */
        void at(int step, double trained, double heldOut);
    }

    private final Setup setup;
    private final SeededStreams streams;
    private final Weights weights;
    private final ByteModel model;
    private final int[][] test;

    ByteTraining(Setup setup) {
        this.setup = setup;
        streams = new SeededStreams(setup.seed());
        weights = Weights.of(streams.child(0), Precision.FLOAT32);
        model = new ByteModel(weights, setup.unit(), setup.units());
        test = setup.text().test(TEST, setup.n());
    }

    /** How the model attends from now on; codebooks begin at keys of the first batches. */
    void attend(AttentionArm arm, StopSignal stop) {
        arm.install(
                model.units(),
                new AttentionArm.Start(
                        weights,
                        setup.unit(),
                        CODEBOOKS,
                        () -> model.pass(batch(streams.child(1), 0)),
                        streams.child(2)),
                stop);
    }

    ByteModel model() {
        return model;
    }

    Weights weights() {
        return weights;
    }

    private int[][] batch(SeededStreams windows, int step) {
        return setup.text().draw(BATCH, setup.n(), windows.stream(step));
    }

    /** Steps of Adam with a cosine from {@code peak}, looked at before and {@code looks} times. */
    void run(Steps steps, Look look, StopSignal stop) {
        SeededStreams windows = streams.child(steps.stage());
        int count = steps.count();
        int every = Math.max(1, count / steps.looks());
        LearningRate rate = LearningRate.cosine(steps.peak(), LAST * steps.peak(), count);
        double[] sum = new double[2];
        new Training(count, rate.warmUp(Math.min(WARM_UP, count / 2)))
                .run(
                        new Adam(weights, Adam.Settings.usual().clipping(1)),
                        step -> model.loss(batch(windows, step)),
                        (step, loss) -> {
                            model.units().afterStep(step - 1);
                            sum[0] += loss / Math.log(2);
                            sum[1]++;
                            if (step == count || step % every == 0) {
                                look.at(step, sum[0] / sum[1], heldOutBits(stop));
                                Arrays.fill(sum, 0);
                            }
                        },
                        stop);
    }

    /**
     * A stage of training.
     *
     * @param stage decides which windows are drawn
     * @param count steps
     * @param peak step size
     * @param looks about so many
     */
    record Steps(int stage, int count, double peak, int looks) {}

    /** Mean −log₂ p of a held-out byte. */
    double heldOutBits(StopSignal stop) {
        return Arrays.stream(model.bitsByPosition(test, BATCH, stop)).average().orElseThrow();
    }

    /** Mean |k − k̂|² / |k|² of the test windows' keys; 0 where they are exact. */
    double relativeError() {
        try (TensorScope scope = TensorScope.evaluation()) {
            double squares = Math.sqrt(setup.unit().key()) * setup.units();
            return model.pass(test).loss().item() / CODEBOOKS.commitment() / squares;
        }
    }
}
