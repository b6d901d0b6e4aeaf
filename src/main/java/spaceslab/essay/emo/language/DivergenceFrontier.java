package spaceslab.essay.emo.language;

import java.util.Arrays;
import java.util.stream.Stream;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.quantisation.Codebook;
import spaceslab.numerics.quantisation.KMeans;

/**
 * How near two distributions are, as MAUVE measures it (arXiv:2102.01454): both are blurred into
 * mixtures R = w P + (1 − w) Q, and the curve of (exp(−c KL(Q‖R)), exp(−c KL(P‖R))), c = 5, over w
 * bounds an area: 1 where P = Q, 1/252 where they have nothing in common. Texts become
 * distributions by the clusters that k-means finds in their features. Symmetric.
 */
final class DivergenceFrontier {
    private static final double SCALE = 5;
    private static final int MIXTURES = 25;
    private static final double EDGE = 1e-6;
    private static final int ROUNDS = 30;

    private DivergenceFrontier() {}

    /**
     * Of two sets of features, k-means over both together.
     *
     * @param clusters K; the authors take a tenth of the texts of one set
     */
    static double area(
            double[][] p, double[][] q, int clusters, RandomStream random, StopSignal stop) {
        double[][] all = Stream.of(p, q).flatMap(Arrays::stream).toArray(double[][]::new);
        Codebook codebook = KMeans.codebook(all, clusters, ROUNDS, random, stop);
        return area(shares(codebook, p), shares(codebook, q));
    }

    private static double[] shares(Codebook codebook, double[][] features) {
        double[] shares = new double[codebook.size()];
        for (int cluster : codebook.assign(features)) {
            shares[cluster] += 1.0 / features.length;
        }
        return shares;
    }

    /** Of two distributions over the same things, by trapezoids between 25 mixtures. */
    static double area(double[] p, double[] q) {
        double[] x = new double[MIXTURES + 2];
        double[] y = new double[MIXTURES + 2];
        x[0] = 1;
        y[MIXTURES + 1] = 1;
        for (int i = 1; i <= MIXTURES; i++) {
            double w = EDGE + (1 - 2 * EDGE) * (i - 1) / (MIXTURES - 1);
            x[i] = Math.exp(-SCALE * divergence(q, p, w));
            y[i] = Math.exp(-SCALE * divergence(p, q, 1 - w));
        }
        double area = 0;
        for (int i = 0; i <= MIXTURES; i++) {
            area += (x[i] - x[i + 1]) * (y[i] + y[i + 1]) / 2;
        }
        return area;
    }

    /** KL(p‖r) with r = w other + (1 − w) p, in nats. */
    private static double divergence(double[] p, double[] other, double w) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            if (p[i] > 0) {
                sum += p[i] * Math.log(p[i] / (w * other[i] + (1 - w) * p[i]));
            }
        }
        return Math.max(0, sum);
    }
}
