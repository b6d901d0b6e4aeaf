package spaceslab.essay.pretraining.transfer;

import java.util.Arrays;
import spaceslab.learning.Losses;
import spaceslab.learning.Tensor;
import spaceslab.numerics.RandomStream;

/**
 * The inputs of self-pretraining and what must be predicted at which time.
 *
 * @param inputs tokens, some of them masked
 * @param targets levels 0 or 1, or {@link Losses#IGNORED}
 * @param time pixels of a picture
 */
record Prediction(int[] inputs, int[] targets, int time) {
    /** Each pixel is masked with probability {@code ratio}, and only masked ones count. */
    static Prediction masked(StripesData data, double ratio, RandomStream random) {
        int[] inputs = data.tokens().clone();
        int[] targets = new int[inputs.length];
        Arrays.fill(targets, Losses.IGNORED);
        int masked = 0;
        for (int i = 0; i < inputs.length; i++) {
            // at least one, so that the mean over the masked ones exists
            boolean last = i == inputs.length - 1 && masked == 0;
            if (random.nextDouble() < ratio || last) {
                targets[i] = inputs[i] - 1;
                inputs[i] = SequenceModel.MASK;
                masked++;
            }
        }
        return new Prediction(inputs, targets, data.time());
    }

    /** Each pixel's target is the next; the last of a picture has none. */
    static Prediction next(StripesData data) {
        int[] inputs = data.tokens().clone();
        int[] targets = new int[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            targets[i] = i % data.time() == data.time() - 1 ? Losses.IGNORED : inputs[i + 1] - 1;
        }
        return new Prediction(inputs, targets, data.time());
    }

    Tensor scores(SequenceModel model) {
        return model.levels(Tensor.indices(inputs, inputs.length / time, time));
    }

    Tensor loss(SequenceModel model) {
        return Losses.crossEntropy(
                scores(model), Tensor.indices(targets, targets.length / time, time));
    }

    /** Percent of the targets that have the higher score. */
    double accuracy(SequenceModel model) {
        return Accuracy.percent(scores(model).argMax(-1).toInts(), targets);
    }
}
