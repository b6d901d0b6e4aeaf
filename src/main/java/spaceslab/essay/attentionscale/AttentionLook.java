package spaceslab.essay.attentionscale;

import java.util.Arrays;
import spaceslab.essay.attentionscale.RetrievalTask.Batch;
import spaceslab.learning.TensorScope;
import spaceslab.numerics.Quantiles;
import spaceslab.numerics.RandomStream;

/**
 * What a model's attention is like on a test batch.
 *
 * @param deviation of the scores before the scale
 * @param gradient median over all queries of half the L1 norm of the softmax Jacobian, α(1 − Σp²)
 * @param mean of the same
 * @param losses of every repeat
 */
record AttentionLook(double deviation, double gradient, double mean, double[] losses) {

    static AttentionLook at(
            AttentionEnsemble model, RetrievalTask task, RandomStream[] streams, double alpha) {
        try (TensorScope look = TensorScope.evaluation()) {
            Batch batch = task.draw(streams);
            double[] gradients = model.attention(batch).square().sum(3).toDoubles();
            Arrays.setAll(gradients, i -> alpha * (1 - gradients[i]));
            return new AttentionLook(
                    deviation(model.scores(batch).toDoubles()),
                    Quantiles.of(gradients).median(),
                    Arrays.stream(gradients).average().orElseThrow(),
                    model.losses(batch).toDoubles());
        }
    }

    private static double deviation(double[] scores) {
        double mean = Arrays.stream(scores).average().orElseThrow();
        return Math.sqrt(
                Arrays.stream(scores).map(s -> (s - mean) * (s - mean)).average().orElseThrow());
    }
}
