package spaceslab.essay.attentionscale;

import spaceslab.essay.attentionscale.RetrievalTask.Batch;
import spaceslab.learning.Losses;
import spaceslab.learning.Precision;
import spaceslab.learning.Tensor;
import spaceslab.learning.Weights;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/**
 * One attention head that looks up labels, in r independent copies whose products are computed
 * together: with keys x, a query u and labels c, {@code s_i = (W_q u)·(W_k x_i)/√d}, {@code p =
 * softmax(αs)}, and the answer is read off {@code Σ p_i E[c_i]} by a linear map. Copies share
 * nothing: the gradient of the sum of their losses is each copy's own, and so is Adam's step.
 */
final class AttentionEnsemble {
    private final ScoreForm form;
    private final double alpha;
    private final RetrievalTask task;
    private final Tensor query;
    private final Tensor key;
    private final Tensor value;
    private final Tensor out;

    /**
     * @param streams of the first weights, one for each copy: a copy does not depend on their
     *     number
     */
    AttentionEnsemble(
            Weights weights,
            RetrievalTask task,
            ScoreForm form,
            double alpha,
            int d,
            SeededStreams[] streams) {
        this.form = form;
        this.alpha = alpha;
        this.task = task;
        query = normal(weights, "query", streams, 0, task.dimension(), d);
        key = normal(weights, "key", streams, 1, task.dimension(), d);
        value = normal(weights, "value", streams, 2, task.labels(), d);
        out = normal(weights, "out", streams, 3, d, task.labels());
    }

    /** [copy, in, out], entries of variance 1 / in. */
    private static Tensor normal(
            Weights weights, String name, SeededStreams[] streams, int number, int in, int out) {
        double[] values = new double[streams.length * in * out];
        double deviation = 1 / Math.sqrt(in);
        for (int copy = 0; copy < streams.length; copy++) {
            RandomStream random = streams[copy].stream(number);
            for (int i = copy * in * out; i < (copy + 1) * in * out; i++) {
                values[i] = deviation * random.nextGaussian();
            }
        }
        return weights.given(name, values, streams.length, in, out);
    }

    /** s [copy, sequence, query, key], before the scale. */
    Tensor scores(Batch batch) {
        return form.scores(linear(batch.queries(), query), linear(batch.keys(), key));
    }

    /** softmax(αs) over the keys. */
    Tensor attention(Batch batch) {
        return scores(batch).times(alpha).softmax();
    }

    /** Cross entropy of every copy in nats, [copy]. */
    Tensor losses(Batch batch) {
        Tensor labels = batch.labels().oneHot(task.labels(), Precision.FLOAT32);
        Tensor found = attention(batch).matMul(linear(labels, value));
        Tensor surprise = Losses.surprise(linear(found, out), batch.answers());
        return surprise.reshape(surprise.size(0), -1).mean(1);
    }

    /** x [copy, sequence, item, in] times a weight [copy, in, out]. */
    private static Tensor linear(Tensor x, Tensor weight) {
        return x.reshape(x.size(0), -1, x.size(3))
                .matMul(weight)
                .reshape(x.size(0), x.size(1), x.size(2), weight.size(2));
    }
}
