package spaceslab.essay.fsq.training;

import java.util.Arrays;
import java.util.List;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Adam;
import spaceslab.learning.LearningRate;
import spaceslab.learning.Precision;
import spaceslab.learning.Training;
import spaceslab.learning.Weights;
import spaceslab.learning.data.Batches;
import spaceslab.numerics.SeededStreams;

/**
 * Stage two: a {@link CodeLanguageModel} learns code sequences by Adam, in the open root scope.
 * With so few pictures it soon learns them by heart, so the weights kept are those of the look at
 * which the validation sequences cost least.
 */
final class SequenceTraining {
    /** Is told how the model does. */
    @FunctionalInterface
    interface Look {
        /**
         * After {@code step} steps; {@code trainingBits} is the mean cost of a training picture
         * since the last look.
         */
        void at(int step, double trainingBits);
    }

    /** Looks of a training, about. */
    static final int LOOKS = 20;

    /** Sequences of a step; fewer where there are fewer. */
    static final int LARGEST_BATCH = 64;

    private static final double PEAK_RATE = 3e-3;
    private static final double LAST_RATE = 1e-4;
    private static final double DECAY = 0.1;
    private static final int WARM_UP = 20;
    private static final long WEIGHTS = 0;
    private static final long BATCHES = 1;

    private final CodeSequences train;
    private final CodeSequences validation;
    private final int steps;
    private final Weights weights;
    private final CodeLanguageModel model;
    private final Batches batches;
    private double nats;
    private int since;
    private double least = Double.POSITIVE_INFINITY;
    private int bestStep;
    private List<double[]> best = List.of();

    SequenceTraining(
            CodeSequences train,
            CodeSequences validation,
            GenerationParameters parameters,
            SeededStreams streams) {
        this.train = train;
        this.validation = validation;
        steps = parameters.modelSteps();
        weights = Weights.of(streams.child(WEIGHTS), Precision.FLOAT32);
        int heads = parameters.width() / GenerationParameters.HEAD;
        model =
                new CodeLanguageModel(
                        weights,
                        CodeLanguageModel.Sizes.of(
                                train, parameters.width(), heads, parameters.layers()));
        batches =
                new Batches(
                        train.size(),
                        Math.min(LARGEST_BATCH, train.size()),
                        streams.child(BATCHES));
    }

    /** The model, as far as it has learned. */
    CodeLanguageModel model() {
        return model;
    }

    /** The step whose weights were kept. */
    int bestStep() {
        return bestStep;
    }

    /** Trains, and leaves the model as it was at its best look. */
    void run(Look look, StopSignal stop) {
        int every = Math.max(1, steps / LOOKS);
        Adam adam = new Adam(weights, Adam.Settings.usual().decaying(DECAY).clipping(1));
        new Training(steps, LearningRate.cosine(PEAK_RATE, LAST_RATE, steps).warmUp(WARM_UP))
                .run(
                        adam,
                        step -> model.loss(train.select(batches.step(step))),
                        (step, loss) -> {
                            nats += loss;
                            since++;
                            if (step % every == 0 || step == steps) {
                                look(step, look, stop);
                            }
                        },
                        stop);
        weights.restore(best);
    }

    private void look(int step, Look look, StopSignal stop) {
        double cost = Arrays.stream(bitsByPosition(validation, stop)).sum();
        if (cost < least) {
            least = cost;
            bestStep = step;
            best = weights.values();
        }
        look.at(step, train.length() * nats / (since * Math.log(2)));
        nats = 0;
        since = 0;
    }

    /** Mean bits of every position of sequences. */
    double[] bitsByPosition(CodeSequences sequences, StopSignal stop) {
        double[] mean = new double[sequences.length()];
        for (double[] bits : model.bits(sequences, stop)) {
            Arrays.setAll(mean, t -> mean[t] + bits[t] / sequences.size());
        }
        return mean;
    }
}
