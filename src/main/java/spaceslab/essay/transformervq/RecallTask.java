package spaceslab.essay.transformervq;

import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;
import spaceslab.numerics.quantisation.Codebook;

/**
 * Tokens with M different keys: u_m are random unit vectors, token t carries k_t = u_m + σε of some
 * m and the value of m, one-hot of one of a few kinds. Asked with q = scale · u_m after all tokens,
 * attention answers with the kind of largest weight. Nothing is trained.
 */
final class RecallTask {
    private final double[][] units;
    private final int[] kindOf;
    private final int[] keyOf;
    private final double[][] tokens;
    private final int kinds;
    private final double scale;

    RecallTask(RecallParameters p) {
        SeededStreams streams = new SeededStreams(p.seed());
        kinds = p.kinds();
        scale = p.queryScale();
        units = new double[p.keys()][];
        kindOf = new int[p.keys()];
        RandomStream random = streams.stream(0);
        for (int m = 0; m < units.length; m++) {
            units[m] = unit(p.dimension(), random);
            kindOf[m] = random.nextInt(kinds);
        }
        keyOf = new int[p.tokens()];
        tokens = new double[p.tokens()][p.dimension()];
        RandomStream drawn = streams.stream(1);
        for (int t = 0; t < tokens.length; t++) {
            // each key occurs at least once
            keyOf[t] = t < units.length ? t : drawn.nextInt(units.length);
            for (int j = 0; j < tokens[t].length; j++) {
                tokens[t][j] = units[keyOf[t]][j] + p.noise() * drawn.nextGaussian();
            }
        }
    }

    private static double[] unit(int dimension, RandomStream random) {
        double[] u = new double[dimension];
        double squares = 0;
        while (squares == 0) {
            for (int j = 0; j < dimension; j++) {
                u[j] = random.nextGaussian();
                squares += u[j] * u[j];
            }
        }
        for (int j = 0; j < dimension; j++) {
            u[j] /= Math.sqrt(squares);
        }
        return u;
    }

    /** n × d_k. */
    double[][] tokens() {
        return tokens;
    }

    /** Share of keys that attention over all tokens answers rightly. */
    double full(StopSignal stop) {
        int[][] mass = new int[tokens.length][kinds];
        for (int t = 0; t < tokens.length; t++) {
            mass[t][kindOf[keyOf[t]]] = 1;
        }
        return right(tokens, mass, stop);
    }

    /** The same over quantised keys: only how often each value has met each code is kept. */
    Standing quantised(Codebook codebook, StopSignal stop) {
        double[][] codes = codebook.codes();
        int[] assignment = codebook.assign(tokens, stop);
        int[][] mass = new int[codes.length][kinds];
        int[][] met = new int[codes.length][units.length];
        for (int t = 0; t < tokens.length; t++) {
            mass[assignment[t]][kindOf[keyOf[t]]]++;
            met[assignment[t]][keyOf[t]]++;
        }
        return new Standing(
                right(codes, mass, stop),
                codebook.distortion(tokens, assignment),
                Homes.of(met, kindOf, mass));
    }

    /**
     * Share of keys m for which the kind of largest Σ_s N_s(kind) exp(q_m·C_s) is the right one.
     */
    private double right(double[][] slots, int[][] mass, StopSignal stop) {
        int right = 0;
        double[] scores = new double[slots.length];
        for (int m = 0; m < units.length; m++) {
            stop.check();
            double largest = Double.NEGATIVE_INFINITY;
            for (int s = 0; s < slots.length; s++) {
                scores[s] = scale * dot(units[m], slots[s]);
                largest = Math.max(largest, scores[s]);
            }
            double[] answer = new double[kinds];
            for (int s = 0; s < slots.length; s++) {
                double weight = Math.exp(scores[s] - largest);
                for (int k = 0; k < kinds; k++) {
                    answer[k] += weight * mass[s][k];
                }
            }
            right += largest(answer) == kindOf[m] ? 1 : 0;
        }
        return (double) right / units.length;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static int largest(double[] values) {
        int best = 0;
        for (int k = 1; k < values.length; k++) {
            best = values[k] > values[best] ? k : best;
        }
        return best;
    }

    /**
     * How a codebook does.
     *
     * @param recall share of keys answered rightly
     * @param distortion mean |k − k̂|²
     * @param homes where the keys ended
     */
    record Standing(double recall, double distortion, Homes homes) {}
}
