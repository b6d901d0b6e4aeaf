package spaceslab.essay.amed.denoiser;

import spaceslab.essay.amed.score.FiniteSet;
import spaceslab.essay.amed.score.SlicedWasserstein;
import spaceslab.numerics.Quantiles;
import spaceslab.numerics.SeededStreams;

/**
 * Whether samples are copies of what was trained on, or new: their distances from the nearest
 * example trained on, beside those of examples that were held out, and the sliced Wasserstein
 * distance from these. Distances are root mean squares per coordinate.
 */
final class SampleJudge {
    private static final int DIRECTIONS = 128;

    /** A sample is a copy if it is nearer than this part of the median held-out distance. */
    private static final double COPY = 0.25;

    private final FiniteSet trained;
    private final double[] training;
    private final double[] heldOut;
    private final SlicedWasserstein sliced;
    private final double[] heldOutDistances;

    SampleJudge(FiniteSet trained, DenoiserSet.Examples examples, SeededStreams streams) {
        this.trained = trained;
        this.training = examples.training();
        this.heldOut = examples.heldOut();
        this.sliced = SlicedWasserstein.of(trained.dimension(), DIRECTIONS, streams);
        this.heldOutDistances = distances(heldOut, trained.nearest(heldOut));
    }

    /**
     * What is said of some samples.
     *
     * @param nearest median distance from the nearest example trained on
     * @param copies part that is nearer than a quarter of what held-out examples are
     * @param sliced distance from the held-out examples as distributions
     */
    record Verdict(double nearest, double copies, double sliced) {}

    Verdict of(double[] samples) {
        double[] distances = distances(samples, trained.nearest(samples));
        return verdict(distances, sliced.between(samples, heldOut));
    }

    /** Of the held-out examples, as distant from the training set as two samples of one source. */
    Verdict heldOut() {
        return verdict(heldOutDistances, sliced.between(training, heldOut));
    }

    private Verdict verdict(double[] distances, double sliced) {
        double bound = COPY * Quantiles.of(heldOutDistances).median();
        int copies = 0;
        for (double distance : distances) {
            copies += distance < bound ? 1 : 0;
        }
        return new Verdict(
                Quantiles.of(distances).median(), (double) copies / distances.length, sliced);
    }

    /** The examples trained on that are nearest to some samples, one after the other. */
    double[] nearest(double[] samples) {
        int d = trained.dimension();
        int[] index = trained.nearest(samples);
        double[] rows = new double[index.length * d];
        for (int row = 0; row < index.length; row++) {
            System.arraycopy(training, index[row] * d, rows, row * d, d);
        }
        return rows;
    }

    private double[] distances(double[] samples, int[] index) {
        int d = trained.dimension();
        double[] distances = new double[index.length];
        for (int row = 0; row < index.length; row++) {
            double square = 0;
            for (int i = 0; i < d; i++) {
                double away = samples[row * d + i] - training[index[row] * d + i];
                square += away * away;
            }
            distances[row] = Math.sqrt(square / d);
        }
        return distances;
    }
}
