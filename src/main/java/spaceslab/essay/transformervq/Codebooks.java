package spaceslab.essay.transformervq;

import java.util.Arrays;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.quantisation.Codebook;
import spaceslab.numerics.quantisation.KMeans;
import spaceslab.numerics.quantisation.MovingAverageCodebook;

/** Codebooks for given keys, by each of the ways in {@link CodebookChoice}. */
final class Codebooks {
    /** Most rounds of k-means; passes over the keys of moving averages. */
    static final int ROUNDS = 20;

    /** γ of Transformer-VQ's code. */
    static final double DECAY = 0.99;

    private static final int BATCH = 128;

    private Codebooks() {}

    /**
     * @param keys n vectors
     * @param size c ≤ n
     */
    static Codebook of(
            CodebookChoice choice,
            double[][] keys,
            int size,
            RandomStream random,
            StopSignal stop) {
        return switch (choice) {
            case K_MEANS -> KMeans.codebook(keys, size, ROUNDS, random, stop);
            case RANDOM_KEYS -> randomKeys(keys, size, random);
            case MOVING_AVERAGE -> moved(keys, randomKeys(keys, size, random), stop);
        };
    }

    /** Different places, by a partial shuffle. */
    private static Codebook randomKeys(double[][] keys, int size, RandomStream random) {
        double[][] shuffled = keys.clone();
        for (int i = 0; i < size; i++) {
            int j = i + random.nextInt(keys.length - i);
            double[] drawn = shuffled[j];
            shuffled[j] = shuffled[i];
            shuffled[i] = drawn;
        }
        return new Codebook(Arrays.copyOf(shuffled, size));
    }

    private static Codebook moved(double[][] keys, Codebook start, StopSignal stop) {
        MovingAverageCodebook averages = MovingAverageCodebook.of(start, DECAY, 0);
        for (int pass = 0; pass < ROUNDS; pass++) {
            for (int from = 0; from < keys.length; from += BATCH) {
                stop.check();
                double[][] batch =
                        Arrays.copyOfRange(keys, from, Math.min(keys.length, from + BATCH));
                averages = averages.updated(batch, averages.codebook().assign(batch));
            }
        }
        return averages.codebook();
    }
}
