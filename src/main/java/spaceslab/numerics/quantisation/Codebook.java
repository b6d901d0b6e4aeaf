package spaceslab.numerics.quantisation;

import spaceslab.experiment.StopSignal;

/** K vectors of one dimension; immutable. Vector quantisation replaces z by the nearest. */
public final class Codebook {
    private static final int BETWEEN_CHECKS = 64;
    private static final int BETWEEN_LOOKS = 4;

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
        return nearest(z, 0);
    }

    /**
     * The same, sooner where {@code guess} is right: a code is left as soon as part of its distance
     * exceeds the least so far, which changes no result.
     */
    int nearest(double[] z, int guess) {
        int best = guess;
        double least = distance(z, guess);
        for (int i = 0; i < codes.length; i++) {
            double distance = distanceUpTo(least, z, codes[i]);
            if (distance < least || (distance == least && i < best)) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    /** |z − e|², or any part of it above {@code bound}. */
    private static double distanceUpTo(double bound, double[] z, double[] e) {
        double sum = 0;
        for (int j = 0; j < e.length; ) {
            for (int end = Math.min(e.length, j + BETWEEN_LOOKS); j < end; j++) {
                double difference = z[j] - e[j];
                sum += difference * difference;
            }
            if (sum > bound) {
                return sum;
            }
        }
        return sum;
    }

    /** The nearest code of each vector. */
    public int[] assign(double[][] z) {
        return assign(z, StopSignal.never());
    }

    /** The same of many vectors. */
    public int[] assign(double[][] z, StopSignal stop) {
        return assign(z, new int[z.length], stop);
    }

    /** The same from guesses, one of each vector. */
    int[] assign(double[][] z, int[] guesses, StopSignal stop) {
        int[] assignment = new int[z.length];
        for (int i = 0; i < z.length; i++) {
            if (i % BETWEEN_CHECKS == 0) {
                stop.check();
            }
            assignment[i] = nearest(z[i], guesses[i]);
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
