package spaceslab.numerics.quantisation;

import spaceslab.experiment.StopSignal;

/** K vectors of one dimension; immutable. Vector quantisation replaces z by the nearest. */
public final class Codebook {
    private static final int BETWEEN_CHECKS = 64;

    private final double[][] codes;

    /** Of K ≥ 1 vectors of the same dimension. */
    public Codebook(double[][] codes) {
        if (codes.length == 0 || codes[0].length == 0) {
            throw new IllegalArgumentException("a codebook needs a code");
        }
        this.codes = new double[codes.length][];
        for (int i = 0; i < codes.length; i++) {
            if (codes[i].length != codes[0].length) {
                throw new IllegalArgumentException(
                        "code " + i + " has dimension " + codes[i].length);
            }
            this.codes[i] = codes[i].clone();
        }
    }

    /** K. */
    public int size() {
        return codes.length;
    }

    /** D. */
    public int dimension() {
        return codes[0].length;
    }

    /** A coordinate of a code. */
    public double at(int code, int coordinate) {
        return codes[code][coordinate];
    }

    /** All codes, K × D. */
    public double[][] codes() {
        double[][] copy = new double[codes.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = codes[i].clone();
        }
        return copy;
    }

    /** argmin_i |z − e_i|², the first of equals; O(K·D). */
    public int nearest(double[] z) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < codes.length; i++) {
            double distance = distance(z, i);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    /** The nearest code of each vector. */
    public int[] assign(double[][] z) {
        return assign(z, StopSignal.never());
    }

    /** The same of many vectors. */
    public int[] assign(double[][] z, StopSignal stop) {
        int[] assignment = new int[z.length];
        for (int i = 0; i < z.length; i++) {
            if (i % BETWEEN_CHECKS == 0) {
                stop.check();
            }
            assignment[i] = nearest(z[i]);
        }
        return assignment;
    }

    /** |z − e_code|². */
    public double distance(double[] z, int code) {
        double sum = 0;
        double[] e = codes[code];
        for (int j = 0; j < e.length; j++) {
            double difference = z[j] - e[j];
            sum += difference * difference;
        }
        return sum;
    }

    /** Mean of |z − e_k|² over the vectors. */
    public double distortion(double[][] z, int[] assignment) {
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            sum += distance(z[i], assignment[i]);
        }
        return sum / z.length;
    }
}
