package spaceslab.essay.amed.denoiser;

import java.util.List;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Adam;
import spaceslab.learning.LearningRate;
import spaceslab.learning.Precision;
import spaceslab.learning.Tensor;
import spaceslab.learning.Training;
import spaceslab.learning.Weights;
import spaceslab.learning.WeightsFile.Stored;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/**
 * Denoising score matching as EDM does it: each example of a step is drawn anew, gets a level σ of
 * its own, ln σ normal, and a noise, and the loss is the mean of λ(σ) |D(y + σ n; σ) − y|²/d. Lives
 * in the innermost scope.
 */
final class DenoiserTraining {
    private static final long WEIGHTS = 0;
    private static final long BATCHES = 1;

    private final DenoiserParameters parameters;
    private final double[] examples;
    private final SeededStreams streams;
    private final Weights weights;
    private final PreconditionedMlp network;
    private double[] sigmas = {};
    private double[] losses = {};

    /**
     * @param examples rows of d numbers
     */
    DenoiserTraining(DenoiserParameters parameters, double[] examples, SeededStreams streams) {
        this.parameters = parameters;
        this.examples = examples.clone();
        this.streams = streams;
        this.weights = Weights.of(streams.child(WEIGHTS), Precision.FLOAT32);
        this.network =
                new PreconditionedMlp(
                        parameters.preconditioning(),
                        weights,
                        parameters.set().dimension(),
                        parameters.hidden());
    }

    /** Is told of every step of Adam. */
    @FunctionalInterface
    interface Observer {
        /**
         * A step was taken.
         *
         * @param step from 1
         * @param sigmas level of each example of the step
         * @param losses of each
         */
        void taken(int step, double[] sigmas, double[] losses);
    }

    Training.Summary run(Observer observer, StopSignal stop) {
        LearningRate rate =
                LearningRate.cosine(parameters.rate(), parameters.rate() / 100, parameters.steps());
        return new Training(parameters.steps(), rate)
                .run(
                        new Adam(weights, Adam.Settings.usual()),
                        this::loss,
                        (step, loss) -> observer.taken(step, sigmas, losses),
                        stop);
    }

    private Tensor loss(int step) {
        int d = parameters.set().dimension();
        int rows = parameters.batch();
        RandomStream stream = streams.child(BATCHES).stream(step);
        float[] clean = new float[rows * d];
        float[] noise = new float[rows * d];
        for (int row = 0; row < rows; row++) {
            int example = stream.nextInt(examples.length / d);
            for (int i = 0; i < d; i++) {
                clean[row * d + i] = (float) examples[example * d + i];
                noise[row * d + i] = (float) stream.nextGaussian();
            }
        }
        sigmas = parameters.levels().draw(rows, stream);
        Tensor each = network.losses(Tensor.of(clean, rows, d), Tensor.of(noise, rows, d), sigmas);
        losses = each.stopGradient().toDoubles();
        return each.mean();
    }

    Weights weights() {
        return weights;
    }

    /** What was learned so far, as a score model. */
    TrainedDenoiser learned() {
        List<Stored> stored =
                weights.all().stream()
                        .map(w -> new Stored(w.name(), w.tensor().shape(), w.tensor().toFloats()))
                        .toList();
        return new TrainedDenoiser(parameters.preconditioning(), stored);
    }
}
