package spaceslab.learning.data;

import java.util.Arrays;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/**
 * Which examples each training step sees: epochs of all examples, each epoch in a fresh order that
 * only seed and epoch decide. A step's indices can be asked for in any order and from any thread
 * and are always the same; the examples left over at an epoch's end (size mod batch) wait for the
 * next, so that every batch is full.
 *
 * @param size examples
 * @param batch examples of a step, at most size
 * @param streams epoch e is shuffled by stream e
 */
public record Batches(int size, int batch, SeededStreams streams) {
    public Batches {
        if (size < 1 || batch < 1 || batch > size) {
            throw new IllegalArgumentException(
                    "batch (" + batch + ") must be between 1 and " + size);
        }
    }

    /** Steps of an epoch. */
    public int stepsPerEpoch() {
        return size / batch;
    }

    /** The examples of one step (from 0): O(size), for single steps; loops use {@link #epoch}. */
    public int[] step(long step) {
        int from = (int) (step % stepsPerEpoch()) * batch;
        return Arrays.copyOfRange(epoch(step / stepsPerEpoch()), from, from + batch);
    }

    /** All examples in the order of an epoch (Fisher and Yates). */
    public int[] epoch(long epoch) {
        return shuffled(size, streams.stream(epoch));
    }

    static int[] shuffled(int size, RandomStream random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }
}
