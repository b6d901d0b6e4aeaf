package spaceslab.essay.pretraining.transfer;

import spaceslab.essay.pretraining.task.Stripes;
import spaceslab.learning.Tensor;
import spaceslab.numerics.SeededStreams;

/**
 * Pictures as sequences of tokens, with labels; every second has label 1.
 *
 * @param tokens 1 or 2 for the levels, picture after picture
 * @param labels 0 or 1
 * @param time pixels of a picture
 */
record StripesData(int[] tokens, int[] labels, int time) {
    static StripesData draw(Stripes task, int count, SeededStreams streams) {
        int time = task.size() * task.size();
        int[] tokens = new int[count * time];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 2;
            int[] pixels = task.draw(labels[i], streams.stream(i));
            for (int t = 0; t < time; t++) {
                tokens[i * time + t] = 1 + pixels[t];
            }
        }
        return new StripesData(tokens, labels, time);
    }

    int size() {
        return labels.length;
    }

    /** Chosen pictures. */
    StripesData of(int[] chosen) {
        int[] some = new int[chosen.length * time];
        int[] their = new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(tokens, chosen[i] * time, some, i * time, time);
            their[i] = labels[chosen[i]];
        }
        return new StripesData(some, their, time);
    }

    Tensor inputs() {
        return Tensor.indices(tokens, size(), time);
    }

    Tensor targets() {
        return Tensor.indices(labels, size());
    }
}
