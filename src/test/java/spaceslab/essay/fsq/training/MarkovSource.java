package spaceslab.essay.fsq.training;

import java.util.stream.IntStream;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/**
 * Sequences whose every probability is known: a Markov chain for each class, each row of its
 * transitions drawn at random, beginning uniformly.
 */
final class MarkovSource {
    private static final int LENGTH = 10;

    private final double[][][] transitions;

    MarkovSource(int symbols, int classes, long seed) {
        transitions = new double[classes][symbols][symbols];
        RandomStream random = new SeededStreams(seed).stream(0);
        for (double[][] chain : transitions) {
            for (double[] row : chain) {
                double sum = 0;
                for (int k = 0; k < symbols; k++) {
                    row[k] = Math.pow(random.nextExponential(), 3);
                    sum += row[k];
                }
                for (int k = 0; k < symbols; k++) {
                    row[k] /= sum;
                }
            }
        }
    }

    private int symbols() {
        return transitions[0].length;
    }

    CodeSequences draw(int count, RandomStream random) {
        int[][] codes = new int[count][LENGTH];
        int[] labels = IntStream.range(0, count).map(i -> i % transitions.length).toArray();
        for (int i = 0; i < count; i++) {
            codes[i][0] = random.nextInt(symbols());
            for (int t = 1; t < LENGTH; t++) {
                double rest = random.nextDouble();
                double[] row = transitions[labels[i]][codes[i][t - 1]];
                int next = 0;
                while (next + 1 < row.length && rest >= row[next]) {
                    rest -= row[next++];
                }
                codes[i][t] = next;
            }
        }
        return new CodeSequences(symbols(), transitions.length, codes, labels);
    }

    /** −log₂ of the true probability, on average over these sequences. */
    double bits(CodeSequences sequences) {
        double bits = 0;
        for (int i = 0; i < sequences.size(); i++) {
            bits += Math.log(symbols()) / Math.log(2);
            for (int t = 1; t < LENGTH; t++) {
                bits -=
                        Math.log(
                                        probability(
                                                sequences.label(i),
                                                sequences.at(i, t - 1),
                                                sequences.at(i, t)))
                                / Math.log(2);
            }
        }
        return bits / sequences.size();
    }

    double probability(int label, int before, int next) {
        return transitions[label][before][next];
    }
}
