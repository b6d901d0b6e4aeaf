package spaceslab.essay.fsq;

import spaceslab.numerics.quantisation.Codebook;

/**
 * The essay's moving average e ← ae + (1 − a)z̄ (z̄ the mean of what chose e) beside gradient steps
 * of size (1 − a)/2 on |e − sg z|² averaged over those vectors: the same up to rounding, so the
 * moving average optimises the codebook term and nothing else.
 */
final class AverageAsGradient {
    private double[][] averaged;
    private double[][] descended;
    private final double decay;

    AverageAsGradient(Codebook start, double decay) {
        this.averaged = start.codes();
        this.descended = start.codes();
        this.decay = decay;
    }

    void step(double[][] batch) {
        averaged = step(averaged, batch, true);
        descended = step(descended, batch, false);
    }

    private double[][] step(double[][] codes, double[][] batch, boolean average) {
        int[] assignment = new Codebook(codes).assign(batch);
        double[][] sums = new double[codes.length][2];
        int[] counts = new int[codes.length];
        for (int i = 0; i < batch.length; i++) {
            int k = assignment[i];
            counts[k]++;
            for (int j = 0; j < 2; j++) {
                // the vectors themselves, or the gradient 2(e − z) of each
                sums[k][j] += average ? batch[i][j] : 2 * (codes[k][j] - batch[i][j]);
            }
        }
        double[][] next = new double[codes.length][2];
        for (int k = 0; k < codes.length; k++) {
            for (int j = 0; j < 2; j++) {
                double mean = counts[k] == 0 ? 0 : sums[k][j] / counts[k];
                next[k][j] =
                        counts[k] == 0
                                ? codes[k][j]
                                : average
                                        ? decay * codes[k][j] + (1 - decay) * mean
                                        : codes[k][j] - (1 - decay) / 2 * mean;
            }
        }
        return next;
    }

    /** The largest difference of a coordinate between the two. */
    double difference() {
        double largest = 0;
        for (int k = 0; k < averaged.length; k++) {
            for (int j = 0; j < 2; j++) {
                largest = Math.max(largest, Math.abs(averaged[k][j] - descended[k][j]));
            }
        }
        return largest;
    }
}
