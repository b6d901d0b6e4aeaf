package spaceslab.essay.attentionscale;

/**
 * α*(n) for n = step, 2·step, …: each solved from its neighbour, so that two or three Newton steps
 * suffice.
 *
 * @param n numbers of scores
 * @param optimum α*(n)
 */
record OptimumSweep(double[] n, double[] optimum) {

    /** Solves {@code count} optima. */
    static OptimumSweep of(Scores scores, int step, int count) {
        double[] n = new double[count];
        double[] optimum = new double[count];
        double guess = Double.NaN;
        for (int i = 0; i < count; i++) {
            n[i] = (double) step * (i + 1);
            optimum[i] = new MeanField(scores, n[i]).optimum(guess);
            guess = optimum[i];
        }
        return new OptimumSweep(n, optimum);
    }
}
