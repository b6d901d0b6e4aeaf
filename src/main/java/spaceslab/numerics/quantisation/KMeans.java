package spaceslab.numerics.quantisation;

import java.util.Arrays;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;

/**
 * Codebooks by k-means: seeds drawn with probability proportional to the squared distance from
 * those already drawn (k-means++, Arthur and Vassilvitskii 2007), then Lloyd's rounds. O(n·K·D) a
 * round; rounds end early once no vector changes its code. A code that loses all its vectors stays
 * where it is.
 */
public final class KMeans {
    private KMeans() {}

    /**
     * @param z n ≥ 1 vectors
     * @param size K; vectors repeat where there are fewer different ones
     * @param rounds Lloyd's rounds at most, 0 for the seeds alone
     */
    public static Codebook codebook(
            double[][] z, int size, int rounds, RandomStream random, StopSignal stop) {
        Codebook codebook = seeds(z, size, random, stop);
        int[] before = new int[z.length];
        for (int round = 0; round < rounds; round++) {
            int[] assignment = codebook.assign(z, before, stop);
            if (round > 0 && Arrays.equals(assignment, before)) {
                break;
            }
            codebook = means(codebook, z, assignment);
            before = assignment;
        }
        return codebook;
    }

    private static Codebook seeds(double[][] z, int size, RandomStream random, StopSignal stop) {
        double[][] codes = new double[size][];
        double[] distances = new double[z.length];
        Arrays.fill(distances, 1);
        for (int k = 0; k < size; k++) {
            stop.check();
            codes[k] = z[draw(distances, random)].clone();
            Codebook latest = new Codebook(new double[][] {codes[k]});
            for (int i = 0; i < z.length; i++) {
                double distance = latest.distance(z[i], 0);
                distances[i] = k == 0 ? distance : Math.min(distances[i], distance);
            }
        }
        return new Codebook(codes);
    }

    private static int draw(double[] weights, RandomStream random) {
        double left = random.nextDouble() * Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        // all weights are zero: every vector is a seed already
        return random.nextInt(weights.length);
    }

    private static Codebook means(Codebook codebook, double[][] z, int[] assignment) {
        double[][] codes = codebook.codes();
        double[][] sums = new double[codes.length][codebook.dimension()];
        int[] counts = new int[codes.length];
        for (int i = 0; i < z.length; i++) {
            counts[assignment[i]]++;
            for (int j = 0; j < z[i].length; j++) {
                sums[assignment[i]][j] += z[i][j];
            }
        }
        for (int k = 0; k < codes.length; k++) {
            for (int j = 0; counts[k] > 0 && j < codes[k].length; j++) {
                codes[k][j] = sums[k][j] / counts[k];
            }
        }
        return new Codebook(codes);
    }
}
