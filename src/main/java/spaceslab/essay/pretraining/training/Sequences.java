package spaceslab.essay.pretraining.training;

import spaceslab.learning.Tensor;

/**
 * Sequences of tokens of one length, with labels.
 *
 * @param tokens 1 … levels, sequence after sequence
 * @param labels 0 or 1
 * @param time tokens of a sequence
 */
public record Sequences(int[] tokens, int[] labels, int time) {
    /** How many. */
    public int size() {
        return labels.length;
    }

    /** Chosen ones. */
    public Sequences of(int[] chosen) {
        int[] some = new int[chosen.length * time];
        int[] their = new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(tokens, chosen[i] * time, some, i * time, time);
            their[i] = labels[chosen[i]];
        }
        return new Sequences(some, their, time);
    }

    /** Indices [size, time]. */
    public Tensor inputs() {
        return Tensor.indices(tokens, size(), time);
    }

    /** Labels as indices [size]. */
    public Tensor targets() {
        return Tensor.indices(labels, size());
    }
}
