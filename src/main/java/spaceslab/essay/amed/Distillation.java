package spaceslab.essay.amed;

import java.util.Arrays;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Adam;
import spaceslab.learning.LearningRate;
import spaceslab.learning.Losses;
import spaceslab.learning.Precision;
import spaceslab.learning.Tensor;
import spaceslab.learning.TensorScope;
import spaceslab.learning.Training;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/**
 * Trains g_φ as its authors do: a round takes a batch of noises through all steps; each step is one
 * of Adam's, on the squared distance from the exact curve, and the student goes on from its own
 * detached point. Unlike theirs the loss at stamp b is divided by 1 + b², so that the errors of all
 * steps have the size of the data.
 */
final class Distillation {
    private final TrainingParameters parameters;
    private final TensorMixture model;
    private final MiddlePredictor predictor;
    private final double[] stamps;
    private final double[][] pool;
    private final int dimension;
    private int[] rows = new int[0];
    private double[] state = new double[0];
    private double[] lastMiddles = new double[0];

    /**
     * @param pool exact curves to learn from: the batch at every stamp
     */
    Distillation(
            TrainingParameters parameters,
            TensorMixture model,
            MiddlePredictor predictor,
            double[][] pool) {
        this.parameters = parameters;
        this.model = model;
        this.predictor = predictor;
        this.stamps = parameters.stamps();
        this.pool = pool;
        this.dimension = parameters.density().dimension();
    }

    /** Is told of every step of every round. */
    @FunctionalInterface
    interface Observer {
        /**
         * One step of Adam was taken.
         *
         * @param round from 1
         * @param step from 0
         * @param loss mean square distance over 1 + b²
         * @param middle mean r of the batch
         */
        void taken(int round, int step, double loss, double middle);
    }

    Training.Summary run(Adam adam, SeededStreams streams, Observer observer, StopSignal stop) {
        int steps = parameters.steps();
        int all = parameters.rounds() * steps;
        Training training =
                new Training(
                        all, LearningRate.cosine(parameters.rate(), parameters.rate() / 100, all));
        return training.run(
                adam,
                step -> loss(step / steps, step % steps, streams),
                (step, loss) ->
                        observer.taken(
                                (step - 1) / steps + 1,
                                (step - 1) % steps,
                                loss,
                                Arrays.stream(lastMiddles).average().orElseThrow()),
                stop);
    }

    private Tensor loss(int round, int n, SeededStreams streams) {
        if (n == 0) {
            RandomStream stream = streams.stream(round);
            rows = stream.ints(parameters.batch(), 0, pool[0].length / dimension).toArray();
            state = picked(pool[0]);
        }
        StudentStep step = step(tensor(state), n);
        state = step.end().stopGradient().toDoubles();
        lastMiddles = step.prediction().r().stopGradient().toDoubles();
        return Losses.squaredError(step.end(), tensor(picked(pool[n + 1])))
                .over(1 + stamps[n + 1] * stamps[n + 1]);
    }

    /** The student's points at every stamp, from these at T. */
    double[][] sample(double[] noise) {
        double[][] points = new double[stamps.length][];
        points[0] = noise.clone();
        for (int n = 0; n + 1 < stamps.length; n++) {
            try (TensorScope step = TensorScope.evaluation()) {
                points[n + 1] = step(tensor(points[n]), n).end().toDoubles();
            }
        }
        return points;
    }

    private StudentStep step(Tensor x, int n) {
        boolean analytical = n == 0 && parameters.analytical();
        return StudentStep.of(model, predictor, x, stamps[n], stamps[n + 1], analytical);
    }

    private double[] picked(double[] batch) {
        double[] picked = new double[rows.length * dimension];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(batch, rows[i] * dimension, picked, i * dimension, dimension);
        }
        return picked;
    }

    private Tensor tensor(double[] rows) {
        return Tensor.of(Precision.FLOAT64, rows, rows.length / dimension, dimension);
    }
}
