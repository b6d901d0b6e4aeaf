package spaceslab.essay.transformervq.training;

import java.util.Arrays;
import spaceslab.learning.Losses;
import spaceslab.numerics.RandomStream;

/**
 * Recall by key: each sequence draws a value for every key, then stores random keys with their
 * values, then asks for the values of keys that were stored. An answer that remembers everything is
 * always right; one that remembers nothing is right once in V.
 *
 * @param keys M
 * @param values V
 * @param stores tokens that show a key and its value
 * @param queries tokens that show a key only
 */
record RecallSequences(int keys, int values, int stores, int queries) {
    /**
     * @param keys index of each token's key, [batch · n]
     * @param values index of each token's value, V where it is asked for
     * @param targets the value where it is asked for, else {@link Losses#IGNORED}
     */
    record Batch(int[] keys, int[] values, int[] targets) {}

    int length() {
        return stores + queries;
    }

    Batch draw(int sequences, RandomStream random) {
        int[] shownKeys = new int[sequences * length()];
        int[] shownValues = new int[shownKeys.length];
        int[] targets = new int[shownKeys.length];
        Arrays.fill(targets, Losses.IGNORED);
        for (int i = 0; i < sequences; i++) {
            int[] valueOf = random.ints(keys, 0, values).toArray();
            int from = i * length();
            for (int t = from; t < from + stores; t++) {
                shownKeys[t] = random.nextInt(keys);
                shownValues[t] = valueOf[shownKeys[t]];
            }
            for (int t = from + stores; t < from + length(); t++) {
                shownKeys[t] = shownKeys[from + random.nextInt(stores)];
                shownValues[t] = values;
                targets[t] = valueOf[shownKeys[t]];
            }
        }
        return new Batch(shownKeys, shownValues, targets);
    }
}
