package spaceslab.essay.nonlinearrnn.training;

import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/**
 * Finitely many examples of a task, example i from stream i, and the order in which epoch e visits
 * them. Finite, so that a warm start has a last epoch to start from.
 */
final class DataSet {
    private static final long EXAMPLES = 0;
    private static final long ORDER = 1;
    private final Sequence[] sequences;
    private final SeededStreams order;

    DataSet(SequenceTask task, int length, int count, SeededStreams streams) {
        SeededStreams examples = streams.child(EXAMPLES);
        sequences = new Sequence[count];
        for (int i = 0; i < count; i++) {
            sequences[i] = task.draw(i, length, examples.stream(i));
        }
        order = streams.child(ORDER);
    }

    int size() {
        return sequences.length;
    }

    Sequence get(int index) {
        return sequences[index];
    }

    /** All examples, in order. */
    Sequence[] all() {
        return sequences.clone();
    }

    /** All examples in the order of an epoch: a Fisher-Yates shuffle by the epoch's own stream. */
    Sequence[] epoch(int epoch) {
        Sequence[] shuffled = sequences.clone();
        RandomStream random = order.stream(epoch);
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            Sequence swapped = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = swapped;
        }
        return shuffled;
    }
}
