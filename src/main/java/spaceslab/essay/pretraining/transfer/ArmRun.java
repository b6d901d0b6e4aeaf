package spaceslab.essay.pretraining.transfer;

import java.util.OptionalDouble;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Adam;
import spaceslab.learning.AlternatingEmission;
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
 * One arm of one seed: the model, the pictures and the batches are the seed's, so that both arms
 * begin with the same weights and see the same data.
 */
final class ArmRun {
    /** Pictures with labels that no arm trains on. */
    static final int TEST = 500;

    private static final int WARM_UP = 100;
    private static final int POINTS = 20;
    private static final Adam.Settings SETTINGS = Adam.Settings.usual().decaying(0.01).clipping(1);

    private final TransferParameters parameters;
    private final int number;
    private final AlternatingEmission.Arm out;
    private final StopSignal stop;
    private final SeededStreams streams;
    private final Weights weights;
    private final SequenceModel model;
    private final StripesData training;
    private final StripesData test;
    private final Prediction heldOut;

    /**
     * How an arm ended.
     *
     * @param accuracy on labels of the test pictures, percent
     * @param trainAccuracy on labels of the training pictures, percent
     * @param predicted levels of the test pictures, percent, after self-pretraining
     * @param before locality of attention at the start
     * @param after locality of attention at the end of self-pretraining, or of the arm
     */
    record Result(
            double accuracy,
            double trainAccuracy,
            OptionalDouble predicted,
            double before,
            double after) {}

    /** {@code number} counts seeds from 1; in an open root scope. */
    ArmRun(
            TransferParameters parameters,
            int number,
            AlternatingEmission.Arm out,
            StopSignal stop) {
        this.parameters = parameters;
        this.number = number;
        this.out = out;
        this.stop = stop;
        streams = new SeededStreams(parameters.seeds().get(number - 1));
        weights = Weights.of(streams.child(0), Precision.FLOAT32);
        model = new SequenceModel(weights, parameters);
        training = StripesData.draw(parameters.task(), parameters.images(), streams.child(1));
        test = StripesData.draw(parameters.task(), TEST, streams.child(2));
        heldOut = prediction(test, streams.child(3), 0);
    }

    private Prediction prediction(StripesData data, SeededStreams masks, int step) {
        return switch (parameters.objective()) {
            case MASKED -> Prediction.masked(data, parameters.mask(), masks.stream(step));
            case CAUSAL -> Prediction.next(data);
        };
    }

    /** All steps on labels. */
    Result fromScratch() {
        double before = look("initial");
        classify("scratch", 0, parameters.total());
        return new Result(
                accuracy(test),
                accuracy(training),
                OptionalDouble.empty(),
                before,
                look("scratch"));
    }

    /** First on the inputs alone, then on labels. */
    Result pretrained() {
        double before = Look.of(model, parameters, test).locality();
        pretrain();
        double predicted = predicted();
        double after = look("pretrained");
        classify("pretrained", parameters.pretraining(), parameters.tuning());
        return new Result(
                accuracy(test), accuracy(training), OptionalDouble.of(predicted), before, after);
    }

    private void pretrain() {
        Batches batches = batches(streams.child(4));
        SeededStreams masks = streams.child(5);
        int steps = parameters.pretraining();
        LearningRate rate = LearningRate.constant(parameters.pretrainingRate());
        new Training(steps, rate.warmUp(Math.min(WARM_UP, steps / 2)))
                .run(
                        new Adam(weights, SETTINGS),
                        step ->
                                prediction(training.of(batches.step(step)), masks, step)
                                        .loss(model),
                        (step, loss) -> {
                            if (isDue(step, steps)) {
                                out.point("predicted.run" + number, step, predicted());
                                turn(step);
                            }
                        },
                        stop);
    }

    private void classify(String series, int taken, int steps) {
        Batches batches = batches(streams.child(6));
        LearningRate rate = LearningRate.constant(parameters.rate());
        new Training(steps, rate.warmUp(Math.min(WARM_UP, steps / 2)))
                .run(
                        new Adam(weights, SETTINGS),
                        step -> labelLoss(training.of(batches.step(step))),
                        (step, loss) -> {
                            if (isDue(step, steps)) {
                                out.point(series + ".run" + number, taken + step, accuracy(test));
                                turn(taken + step);
                            }
                        },
                        stop);
    }

    private Tensor labelLoss(StripesData batch) {
        return Losses.crossEntropy(model.label(batch.inputs()), batch.targets());
    }

    private Batches batches(SeededStreams order) {
        return new Batches(training.size(), TransferParameters.BATCH, order);
    }

    private static boolean isDue(int step, int steps) {
        return step == steps || step % Math.max(1, steps / POINTS) == 0;
    }

    private void turn(int step) {
        out.progress("run" + number, step, parameters.total());
        out.turn();
    }

    private double accuracy(StripesData data) {
        try (TensorScope scope = TensorScope.evaluation()) {
            return Accuracy.percent(model.label(data.inputs()).argMax(-1).toInts(), data.labels());
        }
    }

    private double predicted() {
        try (TensorScope scope = TensorScope.evaluation()) {
            return heldOut.accuracy(model);
        }
    }

    /** Locality of attention now; its pictures, of the first seed. */
    private double look(String when) {
        Look look = Look.of(model, parameters, test);
        if (number == 1) {
            look.emit(when, out);
        }
        return look.locality();
    }
}
