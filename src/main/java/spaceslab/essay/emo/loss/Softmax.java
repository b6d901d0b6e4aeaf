package spaceslab.essay.emo.loss;

/** Probabilities from logits and what is said of them. */
public final class Softmax {
    private Softmax() {}

    /** p_k = e^{z_k} / Σ e^{z}; into {@code p}. */
    public static void of(double[] logits, double[] p) {
        double most = Double.NEGATIVE_INFINITY;
        for (double z : logits) {
            most = Math.max(most, z);
        }
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            p[k] = Math.exp(logits[k] - most);
            sum += p[k];
        }
        for (int k = 0; k < p.length; k++) {
            p[k] /= sum;
        }
    }

    public static double[] of(double[] logits) {
        double[] p = new double[logits.length];
        of(logits, p);
        return p;
    }

    /** H(p) = −Σ p ln p in nats. */
    public static double entropy(double[] p) {
        return crossEntropy(p, p);
    }

    /** −Σ p ln q in nats; infinite where q has no mass and p has. */
    public static double crossEntropy(double[] p, double[] q) {
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            sum -= p[k] > 0 ? p[k] * Math.log(q[k]) : 0;
        }
        return sum;
    }

    /** KL(p ‖ q) in nats. */
    public static double divergence(double[] p, double[] q) {
        return crossEntropy(p, q) - entropy(p);
    }

    public static int largest(double[] p) {
        int largest = 0;
        for (int k = 1; k < p.length; k++) {
            largest = p[k] > p[largest] ? k : largest;
        }
        return largest;
    }

    /** Masses scaled to sum 1; the sum must be above 0. */
    public static double[] normalised(double[] masses) {
        double sum = 0;
        for (double mass : masses) {
            sum += mass;
        }
        double[] p = new double[masses.length];
        for (int k = 0; k < p.length; k++) {
            p[k] = masses[k] / sum;
        }
        return p;
    }
}
