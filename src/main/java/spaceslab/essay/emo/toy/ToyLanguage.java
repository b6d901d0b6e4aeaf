package spaceslab.essay.emo.toy;

import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/**
 * Words with meanings: the meanings form a Markov chain, and a meaning is said by one of its
 * synonyms, whichever word came before. P(j | i) = T(meaning of i, meaning of j) · share of j among
 * its synonyms.
 *
 * @param meanings clusters of words
 * @param synonyms words a meaning; word w has meaning w / synonyms
 * @param next P, row i the distribution of the word after i
 * @param often stationary distribution of the words
 * @param vectors of meaning and noise, one row a word
 */
record ToyLanguage(
        int meanings, int synonyms, double[][] next, double[] often, double[][] vectors) {
    /** Gamma shapes: meanings follow each other unevenly, synonyms share theirs more evenly. */
    private static final double CHAIN = 0.5;

    private static final double SHARES = 2;

    private static final int SETTLE = 2000;

    /** Purposes of random streams. */
    private static final long CHAIN_DRAWS = 0;

    private static final long VECTOR_DRAWS = 1;

    /**
     * @param dimension of the vectors
     * @param noise of each coordinate around its meaning's, which is normal with variance 1
     */
    static ToyLanguage draw(
            int meanings, int synonyms, int dimension, double noise, SeededStreams streams) {
        RandomStream random = streams.stream(CHAIN_DRAWS);
        double[][] chain = new double[meanings][];
        for (int m = 0; m < meanings; m++) {
            chain[m] = shares(meanings, CHAIN, random);
        }
        double[][] share = new double[meanings][];
        for (int m = 0; m < meanings; m++) {
            share[m] = shares(synonyms, SHARES, random);
        }
        double[] settled = settle(chain);
        int words = meanings * synonyms;
        double[][] next = new double[words][words];
        double[] often = new double[words];
        for (int j = 0; j < words; j++) {
            double ownShare = share[j / synonyms][j % synonyms];
            often[j] = settled[j / synonyms] * ownShare;
            for (int i = 0; i < words; i++) {
                next[i][j] = chain[i / synonyms][j / synonyms] * ownShare;
            }
        }
        double[][] vectors =
                vectors(meanings, synonyms, dimension, noise, streams.stream(VECTOR_DRAWS));
        return new ToyLanguage(meanings, synonyms, next, often, vectors);
    }

    /** A point of the simplex, Dirichlet with equal shapes; none is zero. */
    private static double[] shares(int count, double shape, RandomStream random) {
        double[] shares = new double[count];
        double sum = 0;
        for (int k = 0; k < count; k++) {
            shares[k] = 1e-3 + random.nextGamma(shape);
            sum += shares[k];
        }
        for (int k = 0; k < count; k++) {
            shares[k] /= sum;
        }
        return shares;
    }

    private static double[] settle(double[][] chain) {
        int size = chain.length;
        double[] now = new double[size];
        now[0] = 1;
        for (int round = 0; round < SETTLE; round++) {
            double[] after = new double[size];
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    after[j] += now[i] * chain[i][j];
                }
            }
            now = after;
        }
        return now;
    }

    private static double[][] vectors(
            int meanings, int synonyms, int dimension, double noise, RandomStream random) {
        double[][] vectors = new double[meanings * synonyms][dimension];
        for (int m = 0; m < meanings; m++) {
            double[] centre = new double[dimension];
            for (int k = 0; k < dimension; k++) {
                centre[k] = random.nextGaussian();
            }
            for (int s = 0; s < synonyms; s++) {
                for (int k = 0; k < dimension; k++) {
                    vectors[m * synonyms + s][k] = centre[k] + noise * random.nextGaussian();
                }
            }
        }
        return vectors;
    }

    int words() {
        return meanings * synonyms;
    }

    /** How often each word followed each in a text of {@code length} + 1 words. */
    double[][] count(int length, RandomStream random) {
        double[][] counts = new double[words()][words()];
        int word = draw(often, random);
        for (int n = 0; n < length; n++) {
            int following = draw(next[word], random);
            counts[word][following]++;
            word = following;
        }
        return counts;
    }

    private static int draw(double[] p, RandomStream random) {
        double u = random.nextDouble();
        int k = 0;
        while (k + 1 < p.length && u >= p[k]) {
            u -= p[k++];
        }
        return k;
    }
}
