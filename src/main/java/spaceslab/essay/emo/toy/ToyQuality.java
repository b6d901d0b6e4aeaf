package spaceslab.essay.emo.toy;

/**
 * How far a table of probabilities is from a language, exactly: contexts as often as in the
 * language.
 *
 * @param testLoss −Σ P ln Q: the expected loss of the language's texts under the table; recall
 * @param sampleLoss −Σ Q ln P: the expected loss of the table's samples under the language;
 *     precision
 * @param entropy of the table's next word
 * @param meaningDivergence KL of the meanings only, synonyms not told apart
 */
record ToyQuality(double testLoss, double sampleLoss, double entropy, double meaningDivergence) {
    /**
     * @param table Q, row i the distribution after word i, all above 0
     * @param sharpness 1/temperature of sampling: samples follow Q^sharpness; the test loss is Q's
     */
    static ToyQuality of(double[][] table, double sharpness, ToyLanguage language) {
        double test = 0;
        double sample = 0;
        double entropy = 0;
        double divergence = 0;
        for (int i = 0; i < table.length; i++) {
            double often = language.often()[i];
            double[] truth = language.next()[i];
            double[] drawn = sharpened(table[i], sharpness);
            for (int j = 0; j < table.length; j++) {
                test -= often * truth[j] * Math.log(table[i][j]);
                sample -= often * drawn[j] * Math.log(truth[j]);
                entropy -= drawn[j] > 0 ? often * drawn[j] * Math.log(drawn[j]) : 0;
            }
            divergence += often * meanings(truth, table[i], language);
        }
        return new ToyQuality(test, sample, entropy, divergence);
    }

    private static double[] sharpened(double[] p, double sharpness) {
        if (sharpness == 1) {
            return p;
        }
        double[] sharp = new double[p.length];
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            sharp[k] = Math.pow(p[k], sharpness);
            sum += sharp[k];
        }
        for (int k = 0; k < p.length; k++) {
            sharp[k] /= sum;
        }
        return sharp;
    }

    private static double meanings(double[] truth, double[] table, ToyLanguage language) {
        double divergence = 0;
        for (int m = 0; m < language.meanings(); m++) {
            double p = 0;
            double q = 0;
            for (int s = 0; s < language.synonyms(); s++) {
                p += truth[m * language.synonyms() + s];
                q += table[m * language.synonyms() + s];
            }
            divergence += p * Math.log(p / q);
        }
        return divergence;
    }
}
