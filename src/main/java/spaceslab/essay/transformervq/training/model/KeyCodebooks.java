package spaceslab.essay.transformervq.training.model;

import spaceslab.experiment.StopSignal;
import spaceslab.learning.Precision;
import spaceslab.learning.quantisation.AveragedCodebook;
import spaceslab.learning.quantisation.Quantiser;
import spaceslab.numerics.SeededStreams;
import spaceslab.numerics.quantisation.KMeans;
import spaceslab.numerics.quantisation.MovingAverageCodebook;

/**
 * How codebooks of keys begin and move: k-means over keys of a batch, then moving averages; codes
 * that fall out of use are put onto keys of the batch.
 *
 * @param decay γ of the averages
 * @param commitment β, weight of mean |k − k̂|²
 * @param resetPeriod steps between two resets; 0 for none
 */
public record KeyCodebooks(double decay, double commitment, int resetPeriod) {
    private static final int KEYS = 2048;
    private static final int ROUNDS = 10;

    /** A code is out of use where fewer keys than this have it, in the average of batches. */
    private static final double UNUSED = 0.1;

    private static final double SMOOTHING = 1e-5;

    /** Of so many codes, from keys, at most the first {@value #KEYS}. */
    public Quantiser of(int codes, double[][] keys, SeededStreams streams, StopSignal stop) {
        double[][] some = keys.length > KEYS ? java.util.Arrays.copyOf(keys, KEYS) : keys;
        return new AveragedCodebook(
                Precision.FLOAT32,
                MovingAverageCodebook.of(
                        KMeans.codebook(some, codes, ROUNDS, streams.stream(0), stop),
                        decay,
                        SMOOTHING),
                commitment,
                new AveragedCodebook.Reset(resetPeriod, UNUSED, streams.child(1)));
    }
}
