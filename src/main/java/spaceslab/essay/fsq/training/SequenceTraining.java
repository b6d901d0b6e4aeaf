package spaceslab.essay.fsq.training;

import java.util.Arrays;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Adam;
import spaceslab.learning.LearningRate;
import spaceslab.learning.Precision;
import spaceslab.learning.Training;
import spaceslab.learning.Weights;
import spaceslab.learning.data.Batches;
import spaceslab.numerics.SeededStreams;

/** Stage two: a {@link CodeLanguageModel} learns code sequences by Adam, in the open root scope. */
final class SequenceTraining {
    private static final double PEAK_RATE = 3e-3;
    private static final double LAST_RATE = 1e-4;
    private static final double DECAY = 0.1;
    private static final int WARM_UP = 20;
    private static final int LARGEST_BATCH = 64;
    private static final long WEIGHTS = 0;
    private static final long BATCHES = 1;

    private final CodeSequences train;
    private final int steps;
    private final Weights weights;
    private final CodeLanguageModel model;
    private final Batches batches;

    SequenceTraining(CodeSequences train, int width, int layers, int steps, SeededStreams streams) {
        this.train = train;
        this.steps = steps;
        weights = Weights.of(streams.child(WEIGHTS), Precision.FLOAT32);
        model =
                new CodeLanguageModel(
                        weights,
                        CodeLanguageModel.Sizes.of(
                                train, width, width / GenerationParameters.HEAD, layers));
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

    /** Trains; the observer is told mean nats of an integer. */
    void run(Training.Observer observer, StopSignal stop) {
        Adam adam = new Adam(weights, Adam.Settings.usual().decaying(DECAY).clipping(1));
        new Training(steps, LearningRate.cosine(PEAK_RATE, LAST_RATE, steps).warmUp(WARM_UP))
                .run(adam, step -> model.loss(train.select(batches.step(step))), observer, stop);
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
