package spaceslab.essay.emo.language;

import java.util.Arrays;
import java.util.List;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Adam;
import spaceslab.learning.LearningRate;
import spaceslab.learning.Losses;
import spaceslab.learning.Precision;
import spaceslab.learning.Training;
import spaceslab.learning.Weights;
import spaceslab.numerics.SeededStreams;

/**
 * How the models that come trained were trained: by maximum likelihood on windows anywhere in the
 * text. The weights kept are those of the look at which the validation verses surprise least. In
 * the open root scope.
 */
final class PreTraining {
    /** Is told how the model does. */
    @FunctionalInterface
    interface Look {
        /** After {@code step} steps: mean −ln p on the training text since the last look. */
        void at(int step, double training, double validation);
    }

    /** Of the shipped weights. */
    static final int SEED = 1;

    /** Windows of a step. */
    static final int BATCH = 16;

    /** Steps between two looks. */
    static final int EVERY = 50;

    private static final double PEAK_RATE = 3e-3;
    private static final double LAST_RATE = 1e-4;
    private static final double DECAY = 0.1;
    private static final int WARM_UP = 50;

    private final int steps;
    private final SeededStreams batches;
    private final int[] text;
    private final TextWindows validation;
    private final Weights weights;
    private final VerseModel model;
    private double sum;
    private int since;
    private double least = Double.POSITIVE_INFINITY;
    private int bestStep;
    private List<double[]> best = List.of();

    PreTraining(ModelSize size, int steps, SeededStreams streams) {
        this.steps = steps;
        batches = streams.child(1);
        text = size.text();
        validation = TextWindows.consecutive(BibleText.all().validation(), VerseModel.CONTEXT);
        weights = Weights.of(streams.child(0), Precision.FLOAT32);
        model = new VerseModel(weights, size);
    }

    Weights weights() {
        return weights;
    }

    VerseModel model() {
        return model;
    }

    /** The step whose weights were kept. */
    int bestStep() {
        return bestStep;
    }

    /** Trains, and leaves the model as it was at its best look. */
    void run(Look look, StopSignal stop) {
        Adam adam = new Adam(weights, Adam.Settings.usual().decaying(DECAY).clipping(1));
        new Training(
                        steps,
                        LearningRate.cosine(PEAK_RATE, LAST_RATE, steps)
                                .warmUp(Math.min(WARM_UP, steps / 2)))
                .run(
                        adam,
                        step -> {
                            TextWindows batch =
                                    TextWindows.random(
                                            text, VerseModel.CONTEXT, BATCH, batches.stream(step));
                            return Losses.crossEntropy(
                                    model.scores(batch), VerseModel.targets(batch));
                        },
                        (step, loss) -> {
                            sum += loss;
                            since++;
                            if (step % EVERY == 0 || step == steps) {
                                look(step, look, stop);
                            }
                        },
                        stop);
        weights.restore(best);
    }

    private void look(int step, Look look, StopSignal stop) {
        double held = mean(model.surprise(validation, stop));
        if (held < least) {
            least = held;
            bestStep = step;
            best = weights.values();
        }
        look.at(step, sum / since, held);
        sum = 0;
        since = 0;
    }

    /** Of all numbers. */
    static double mean(double[][] surprise) {
        return Arrays.stream(surprise).flatMapToDouble(Arrays::stream).average().orElseThrow();
    }
}
