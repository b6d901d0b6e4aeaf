package spaceslab.essay.emo;

import spaceslab.essay.emo.loss.Softmax;

/**
 * Distances between two distributions on the same places that compare them place by place: blind to
 * how far apart the places are.
 */
enum Distance {
    /** Σ p ln(p/q): infinite where q has nothing. */
    KULLBACK_LEIBLER("kullbackLeibler") {
        @Override
        double between(double[] p, double[] q) {
            return Softmax.divergence(p, q);
        }
    },
    /** Half the divergences to the mean of both: at most ln 2. */
    JENSEN_SHANNON("jensenShannon") {
        @Override
        double between(double[] p, double[] q) {
            double[] mean = new double[p.length];
            for (int k = 0; k < p.length; k++) {
                mean[k] = (p[k] + q[k]) / 2;
            }
            double half = (Softmax.divergence(p, mean) + Softmax.divergence(q, mean)) / 2;
            return Math.clamp(half, 0, Math.log(2));
        }
    },
    /** ½ Σ|p − q|: at most 1. */
    TOTAL_VARIATION("totalVariation") {
        @Override
        double between(double[] p, double[] q) {
            double sum = 0;
            for (int k = 0; k < p.length; k++) {
                sum += Math.abs(p[k] - q[k]) / 2;
            }
            return Math.min(1, sum);
        }
    },
    /** √(½ Σ (√p − √q)²) = √(1 − Σ√(pq)): at most 1, and 0 of equals, which the latter misses. */
    HELLINGER("hellinger") {
        @Override
        double between(double[] p, double[] q) {
            double squares = 0;
            for (int k = 0; k < p.length; k++) {
                double difference = Math.sqrt(p[k]) - Math.sqrt(q[k]);
                squares += difference * difference;
            }
            return Math.min(1, Math.sqrt(squares / 2));
        }
    };

    private final String key;

    Distance(String key) {
        this.key = key;
    }

    abstract double between(double[] p, double[] q);

    String key() {
        return key;
    }
}
