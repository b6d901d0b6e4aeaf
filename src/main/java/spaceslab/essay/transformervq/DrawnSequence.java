package spaceslab.essay.transformervq;

import spaceslab.numerics.RandomStream;
import spaceslab.numerics.RealMatrix;
import spaceslab.numerics.SeededStreams;

/**
 * A random sequence: normal queries of mean square length scale², keys of a distribution, normal
 * values.
 */
final class DrawnSequence {
    private final double[][] queries;
    private final double[][] keys;
    private final double[][] values;

    private DrawnSequence(double[][] queries, double[][] keys, double[][] values) {
        this.queries = queries;
        this.keys = keys;
        this.values = values;
    }

    /**
     * @param clusters centres, where the distribution has any
     * @param spread standard deviation around a centre
     * @param scale length of queries: that of the scores
     */
    static DrawnSequence of(
            KeyDistribution distribution,
            int n,
            int dk,
            int dv,
            int clusters,
            double spread,
            double scale,
            SeededStreams streams) {
        double[][] keys = normal(n, dk, 1, streams.stream(1));
        if (distribution == KeyDistribution.CLUSTERED) {
            double[][] centres = normal(clusters, dk, 1, streams.stream(3));
            RandomStream random = streams.stream(4);
            for (double[] key : keys) {
                double[] centre = centres[random.nextInt(clusters)];
                for (int j = 0; j < dk; j++) {
                    key[j] = centre[j] + spread * key[j];
                }
            }
        }
        return new DrawnSequence(
                normal(n, dk, scale / Math.sqrt(dk), streams.stream(0)),
                keys,
                normal(n, dv, 1, streams.stream(2)));
    }

    private static double[][] normal(int n, int d, double scale, RandomStream random) {
        double[][] x = new double[n][d];
        for (double[] row : x) {
            for (int j = 0; j < d; j++) {
                row[j] = scale * random.nextGaussian();
            }
        }
        return x;
    }

    /** n × d_k, as rows. */
    double[][] keyRows() {
        return keys;
    }

    RealMatrix q(Rounding rounding) {
        return matrix(queries, rounding);
    }

    RealMatrix k(Rounding rounding) {
        return matrix(keys, rounding);
    }

    RealMatrix v(Rounding rounding) {
        return matrix(values, rounding);
    }

    static RealMatrix matrix(double[][] rows, Rounding rounding) {
        return rounding.zeros(rows.length, rows[0].length).fill(rows);
    }
}
