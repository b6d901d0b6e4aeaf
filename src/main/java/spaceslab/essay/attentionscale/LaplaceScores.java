package spaceslab.essay.attentionscale;

import spaceslab.numerics.Cumulants;
import spaceslab.numerics.RandomStream;

/**
 * Laplace with scale 1/√2, variance 1: {@code log E[e^{αs}] = −log(1 − α²/2)} for α below √2; the
 * mean-field estimate needs it at 2α, so α must stay below √2/2.
 */
record LaplaceScores() implements Scores {
    private static final double ROOT2 = Math.sqrt(2);

    @Override
    public Cumulants tilted(double alpha) {
        double rest = 1 - alpha * alpha / 2;
        if (rest <= 0) {
            return new Cumulants(Double.POSITIVE_INFINITY, Double.NaN, Double.NaN);
        }
        return new Cumulants(
                -Math.log1p(-alpha * alpha / 2),
                alpha / rest,
                (1 + alpha * alpha / 2) / (rest * rest));
    }

    @Override
    public double edge() {
        return 0;
    }

    @Override
    public double momentLimit() {
        return ROOT2;
    }

    @Override
    public double deviation() {
        return 1;
    }

    @Override
    public double density(double x) {
        return Math.exp(-ROOT2 * Math.abs(x)) / ROOT2;
    }

    @Override
    public double upperTail(double x) {
        return x > 0 ? Math.exp(-ROOT2 * x) / 2 : 1 - Math.exp(ROOT2 * x) / 2;
    }

    @Override
    public double reach() {
        return 48;
    }

    @Override
    public double draw(RandomStream random) {
        return random.nextLaplace() / ROOT2;
    }
}
