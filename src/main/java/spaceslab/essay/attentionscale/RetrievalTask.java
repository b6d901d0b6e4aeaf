package spaceslab.essay.attentionscale;

import spaceslab.learning.Tensor;
import spaceslab.numerics.RandomStream;

/**
 * Finding a place: a sequence holds n keys, normal vectors of R^D, each with one of C labels drawn
 * at random; every query repeats one of the keys and asks for its label. Blind to the place, the
 * best loss is about log C.
 *
 * @param n keys of a sequence
 * @param dimension D of a key
 * @param labels C
 * @param sequences of a batch
 * @param queries of a sequence, which share its keys
 */
record RetrievalTask(int n, int dimension, int labels, int sequences, int queries) {

    /** What one step sees, for all repeats: the first axis is the repeat. */
    record Batch(Tensor keys, Tensor labels, Tensor queries, Tensor answers) {}

    /** Loss of guessing, log C in nats. */
    double baseline() {
        return Math.log(labels);
    }

    /**
     * Tensors of the open scope: keys [r, sequence, n, D], labels [r, sequence, n], queries [r,
     * sequence, query, D], answers [r, sequence, query].
     *
     * @param streams one for each repeat
     */
    Batch draw(RandomStream[] streams) {
        int repeats = streams.length;
        float[] keys = new float[repeats * sequences * n * dimension];
        int[] given = new int[repeats * sequences * n];
        float[] asked = new float[repeats * sequences * queries * dimension];
        int[] answers = new int[repeats * sequences * queries];
        for (int s = 0; s < repeats * sequences; s++) {
            RandomStream random = streams[s / sequences];
            for (int i = 0; i < n * dimension; i++) {
                keys[s * n * dimension + i] = (float) random.nextGaussian();
            }
            for (int i = 0; i < n; i++) {
                given[s * n + i] = random.nextInt(labels);
            }
            for (int q = s * queries; q < (s + 1) * queries; q++) {
                int place = s * n + random.nextInt(n);
                answers[q] = given[place];
                System.arraycopy(keys, place * dimension, asked, q * dimension, dimension);
            }
        }
        return new Batch(
                Tensor.of(keys, repeats, sequences, n, dimension),
                Tensor.indices(given, repeats, sequences, n),
                Tensor.of(asked, repeats, sequences, queries, dimension),
                Tensor.indices(answers, repeats, sequences, queries));
    }
}
