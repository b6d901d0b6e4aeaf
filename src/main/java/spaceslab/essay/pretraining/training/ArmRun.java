package spaceslab.essay.pretraining.training;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Adam;
import spaceslab.learning.LearningRate;
import spaceslab.learning.Losses;
import spaceslab.learning.Precision;
import spaceslab.learning.Tensor;
import spaceslab.learning.TensorScope;
import spaceslab.learning.Training;
import spaceslab.learning.Weights;
import spaceslab.learning.data.Batches;
import spaceslab.numerics.SeededStreams;

/**
 * One arm of one seed. Weights, masks and batches are the seed's, so that both arms begin with the
 * same weights and see the same data. Streams 1 and 2 of the seed are left for the data.
 */
public final class ArmRun {
    /** Sequences that are evaluated between two looks at the stop signal. */
    static final int CHUNK = 50;

    private static final int WARM_UP = 100;
    private static final int POINTS = 20;
    private static final Adam.Settings SETTINGS = Adam.Settings.usual().decaying(0.01).clipping(1);

    private final TrainingPlan plan;
    private final Observer observer;
    private final StopSignal stop;
    private final SeededStreams streams;
    private final Weights weights;
    private final SequenceModel model;
    private final Sequences training;
    private final Sequences test;
    private final Prediction heldOut;

    /** When a model is looked at. */
    public enum Moment {
        /** Before any step. */
        INITIAL,
        /** After self-pretraining, before labels. */
        PRETRAINED,
        /** After all steps on labels. */
        SCRATCH;

        /** As it is called in results. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Is told how an arm gets on; steps count both phases. */
    public interface Observer {
        /** Percent of the test labels that are right. */
        void labels(int step, double percent);

        /** Percent of the hidden test tokens that are right. */
        void tokens(int step, double percent);

        /** The model at a moment, outside of any step. */
        void look(Moment moment, SequenceModel model);
    }

    /**
     * How an arm ended.
     *
     * @param accuracy on labels of the test sequences, percent
     * @param trainAccuracy on labels of the training sequences, percent
     * @param predicted hidden tokens of the test sequences, percent, after self-pretraining
     */
    public record Result(double accuracy, double trainAccuracy, OptionalDouble predicted) {}

    /** In an open root scope. */
    public ArmRun(
            TrainingPlan plan,
            SeededStreams streams,
            SequenceSets data,
            Observer observer,
            StopSignal stop) {
        this.plan = plan;
        this.streams = streams;
        this.observer = observer;
        this.stop = stop;
        weights = Weights.of(streams.child(0), Precision.FLOAT32);
        model = new SequenceModel(weights, plan.sizes());
        training = data.training();
        test = data.test();
        heldOut = prediction(test, streams.child(3), 0);
    }

    private Prediction prediction(Sequences data, SeededStreams masks, int step) {
        return switch (plan.objective()) {
            case MASKED -> Prediction.masked(data, plan.mask(), masks.stream(step));
            case CAUSAL -> Prediction.next(data);
        };
    }

    /** All steps on labels. */
    public Result fromScratch() {
        observer.look(Moment.INITIAL, model);
        classify(0, plan.total());
        observer.look(Moment.SCRATCH, model);
        return new Result(accuracy(test), accuracy(training), OptionalDouble.empty());
    }

    /** First on the inputs alone, then on labels. */
    public Result pretrained() {
        pretrain();
        double predicted = predicted();
        observer.look(Moment.PRETRAINED, model);
        classify(plan.pretraining(), plan.tuning());
        return new Result(accuracy(test), accuracy(training), OptionalDouble.of(predicted));
    }

    private void pretrain() {
        Batches batches = batches(streams.child(4));
        SeededStreams masks = streams.child(5);
        int steps = plan.pretraining();
        LearningRate rate = LearningRate.constant(plan.pretrainingRate());
        new Training(steps, rate.warmUp(Math.min(WARM_UP, steps / 2)))
                .run(
                        new Adam(weights, SETTINGS),
                        step ->
                                prediction(training.of(batches.step(step)), masks, step)
                                        .loss(model),
                        (step, loss) -> {
                            if (isDue(step, steps)) {
                                observer.tokens(step, predicted());
                            }
                        },
                        stop);
    }

    private void classify(int taken, int steps) {
        Batches batches = batches(streams.child(6));
        LearningRate rate = LearningRate.constant(plan.rate());
        new Training(steps, rate.warmUp(Math.min(WARM_UP, steps / 2)))
                .run(
                        new Adam(weights, SETTINGS),
                        step -> labelLoss(training.of(batches.step(step))),
                        (step, loss) -> {
                            if (isDue(step, steps)) {
                                observer.labels(taken + step, accuracy(test));
                            }
                        },
                        stop);
    }

    private Tensor labelLoss(Sequences batch) {
        return Losses.crossEntropy(model.label(batch.inputs()), batch.targets());
    }

    private Batches batches(SeededStreams order) {
        return new Batches(training.size(), TrainingPlan.BATCH, order);
    }

    private static boolean isDue(int step, int steps) {
        return step == steps || step % Math.max(1, steps / POINTS) == 0;
    }

    private double accuracy(Sequences data) {
        Accuracy accuracy = new Accuracy();
        for (int from = 0; from < data.size(); from += CHUNK) {
            stop.check();
            int to = Math.min(from + CHUNK, data.size());
            Sequences chunk = data.of(IntStream.range(from, to).toArray());
            try (TensorScope scope = TensorScope.evaluation()) {
                accuracy.count(model.label(chunk.inputs()).argMax(-1).toInts(), chunk.labels());
            }
        }
        return accuracy.percent();
    }

    private double predicted() {
        Accuracy accuracy = new Accuracy();
        for (int from = 0; from < test.size(); from += CHUNK) {
            stop.check();
            Prediction chunk = heldOut.part(from, Math.min(from + CHUNK, test.size()));
            try (TensorScope scope = TensorScope.evaluation()) {
                accuracy.count(chunk.answers(model), chunk.targets());
            }
        }
        return accuracy.percent();
    }
}
