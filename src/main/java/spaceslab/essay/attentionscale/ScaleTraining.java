package spaceslab.essay.attentionscale;

import java.util.Arrays;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Adam;
import spaceslab.learning.AlternatingEmission;
import spaceslab.learning.Diverged;
import spaceslab.learning.LearningRate;
import spaceslab.learning.Precision;
import spaceslab.learning.Tensor;
import spaceslab.learning.Training;
import spaceslab.learning.Weights;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/**
 * All repeats of one scale at one rate. Repeat i takes its first weights, its batches and its test
 * batch from child i of the seed, so they are the same for every scale and rate.
 */
final class ScaleTraining {
    private static final int MOST_POINTS = 200;
    private static final int SMALLEST_BLOCK = 5;

    private final TrainingParameters parameters;
    private final ScaleOutcome.Arm arm;
    private final SeededStreams[] repeats;
    private final AlternatingEmission.Arm out;

    /**
     * @param arm what is trained
     * @param out takes the curve of a common rate as it grows
     */
    ScaleTraining(
            TrainingParameters parameters, ScaleOutcome.Arm arm, AlternatingEmission.Arm out) {
        this.parameters = parameters;
        this.arm = arm;
        this.out = out;
        SeededStreams streams = new SeededStreams(parameters.seed());
        repeats = new SeededStreams[parameters.repeats()];
        Arrays.setAll(repeats, streams::child);
    }

    /** Trains in the open root scope. */
    ScaleOutcome train(StopSignal stop) {
        Weights weights = Weights.of(new SeededStreams(parameters.seed()), Precision.FLOAT32);
        AttentionEnsemble model =
                new AttentionEnsemble(
                        weights,
                        parameters.task(),
                        parameters.form(),
                        arm.alpha(),
                        parameters.d(),
                        Arrays.stream(repeats).map(s -> s.child(0)).toArray(SeededStreams[]::new));
        AttentionLook start = look(model);
        BlockLosses losses = new BlockLosses(parameters.repeats(), blockLength());
        DescentRule rule = parameters.rule();
        Training training =
                new Training(parameters.steps(), LearningRate.constant(rule.rate(arm.rate())));
        try {
            training.run(
                    new Adam(weights, rule.settings()),
                    step -> {
                        Tensor each = model.losses(parameters.task().draw(streams(1, step)));
                        losses.add(each.toDoubles());
                        return each.sum();
                    },
                    (step, loss) -> taken(step, losses),
                    stop);
        } catch (Diverged diverged) {
            out.note("diverged", arm.alpha(), arm.rate(), diverged.step());
            throw diverged;
        }
        AttentionLook end = look(model);
        return new ScaleOutcome(arm, losses, start, end, learned(losses, end));
    }

    /** Steps to the threshold, +∞ where it was not reached or not kept to the end. */
    private double[] learned(BlockLosses losses, AttentionLook end) {
        double threshold = parameters.thresholdLoss();
        double[] steps = losses.stepsBelow(threshold);
        for (int i = 0; i < steps.length; i++) {
            if (!(end.losses()[i] < threshold)) {
                steps[i] = Double.POSITIVE_INFINITY;
            }
        }
        return steps;
    }

    /** Steps over which losses are averaged, so that curves have at most 200 points. */
    private int blockLength() {
        return Math.max(SMALLEST_BLOCK, (parameters.steps() + MOST_POINTS - 1) / MOST_POINTS);
    }

    private void taken(int step, BlockLosses losses) {
        if (losses.endsWith(step, parameters.steps())) {
            if (arm.common()) {
                losses.emit("loss." + arm.name(), losses.blocks() - 1, out);
            }
            out.turn();
        }
    }

    private AttentionLook look(AttentionEnsemble model) {
        return AttentionLook.at(model, parameters.task(), streams(2, 0), arm.alpha());
    }

    private RandomStream[] streams(int purpose, int step) {
        return Arrays.stream(repeats)
                .map(s -> s.child(purpose).stream(step))
                .toArray(RandomStream[]::new);
    }
}
