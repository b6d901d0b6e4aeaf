package spaceslab.essay.pretraining.training;

import java.util.Arrays;
import spaceslab.learning.Losses;
import spaceslab.learning.Tensor;
import spaceslab.numerics.RandomStream;

/**
 * The inputs of self-pretraining and what must be predicted at which time.
 *
 * @param inputs tokens, some of them masked
 * @param targets levels from 0, or {@link Losses#IGNORED}
 * @param time tokens of a sequence
 */
public record Prediction(int[] inputs, int[] targets, int time) {
    /** Each token is masked with probability {@code ratio}, and only masked ones count. */
    public static Prediction masked(Sequences data, double ratio, RandomStream random) {
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

    /** Each token's target is the next; the last of a sequence has none. */
    public static Prediction next(Sequences data) {
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

    /** Mean cross-entropy in nats. */
    public Tensor loss(SequenceModel model) {
        return Losses.crossEntropy(
                scores(model), Tensor.indices(targets, targets.length / time, time));
    }

    /** What the model takes for every token, level by index. */
    int[] answers(SequenceModel model) {
        return scores(model).argMax(-1).toInts();
    }

    /** Sequences {@code from} … {@code to − 1}. */
    Prediction part(int from, int to) {
        return new Prediction(
                Arrays.copyOfRange(inputs, from * time, to * time),
                Arrays.copyOfRange(targets, from * time, to * time),
                time);
    }
}
