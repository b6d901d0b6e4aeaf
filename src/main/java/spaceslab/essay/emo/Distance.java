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
            return (Softmax.divergence(p, mean) + Softmax.divergence(q, mean)) / 2;
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
            return sum;
        }
    },
    /** √(1 − Σ√(pq)): at most 1. */
    HELLINGER("hellinger") {
        @Override
        double between(double[] p, double[] q) {
            double overlap = 0;
            for (int k = 0; k < p.length; k++) {
                overlap += Math.sqrt(p[k] * q[k]);
            }
            return Math.sqrt(Math.max(0, 1 - overlap));
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
