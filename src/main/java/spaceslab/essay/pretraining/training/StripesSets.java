package spaceslab.essay.pretraining.training;

import spaceslab.essay.pretraining.task.Stripes;
import spaceslab.numerics.SeededStreams;

/** Stripes as sequences of pixels, row after row; every second has label 1. */
public final class StripesSets {
    private StripesSets() {}

    /** The first {@code count} pictures of a seed; more are these and further ones. */
    public static Sequences draw(Stripes task, int count, SeededStreams streams) {
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
        return new Sequences(tokens, labels, time);
    }

    /** Training and test pictures of a seed. */
    public static SequenceSets of(Stripes task, int count, int test, SeededStreams streams) {
        return new SequenceSets(
                draw(task, count, streams.child(1)), draw(task, test, streams.child(2)));
    }
}
