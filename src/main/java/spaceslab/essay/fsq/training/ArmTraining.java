package spaceslab.essay.fsq.training;

import spaceslab.experiment.StopSignal;
import spaceslab.learning.Adam;
import spaceslab.learning.Diverged;
import spaceslab.learning.LearningRate;
import spaceslab.learning.Precision;
import spaceslab.learning.Tensor;
import spaceslab.learning.Training;
import spaceslab.learning.Weights;
import spaceslab.numerics.SeededStreams;

/**
 * One arm's training within a root scope: all arms of a plan begin with the same encoder and
 * decoder and see the same batches.
 */
public final class ArmTraining {
    private static final long WEIGHTS = 0;
    private static final long QUANTISERS = 1;
    private static final long BATCHES = 2;
    private static final double LAST_RATE = 0.1;
    private static final double CLIP = 1;

    private final TrainingPlan plan;
    private final Tokeniser tokeniser;
    private final Weights weights;

    /** An untrained tokeniser in the innermost scope. */
    public ArmTraining(TrainingPlan plan, Arm arm) {
        this.plan = plan;
        SeededStreams streams = new SeededStreams(plan.seed());
        weights = Weights.of(streams.child(WEIGHTS), Precision.FLOAT32);
        tokeniser =
                new Tokeniser(
                        weights,
                        plan.data(),
                        plan.architecture(),
                        arm,
                        plan.quantiser(),
                        streams.child(QUANTISERS));
    }

    /** The tokeniser, as far as it is trained. */
    public Tokeniser tokeniser() {
        return tokeniser;
    }

    /** Numbers that gradients move. */
    public long weights() {
        return weights.count();
    }

    /**
     * Trains to the end; {@code observer} is told every step.
     *
     * @throws Diverged with the weights before the step whose loss was not finite
     */
    public Training.Summary run(Training.Observer observer, StopSignal stop) {
        PictureBatches batches =
                new PictureBatches(
                        plan.data(), plan.batch(), new SeededStreams(plan.seed()).child(BATCHES));
        Adam adam = new Adam(weights, Adam.Settings.usual().clipping(CLIP));
        Training training =
                new Training(
                        plan.steps(),
                        LearningRate.cosine(plan.rate(), LAST_RATE * plan.rate(), plan.steps()));
        return training.run(
                adam,
                step ->
                        tokeniser.loss(
                                Tensor.of(batches.step(step), plan.batch(), plan.data().pixels())),
                ((Training.Observer) (step, loss) -> tokeniser.afterStep(step - 1)).and(observer),
                stop);
    }
}
