package spaceslab.essay.attentionscale;

import spaceslab.numerics.Cumulants;
import spaceslab.numerics.LogBessel;
import spaceslab.numerics.RandomStream;

/**
 * Uniform on [−√3, √3], variance 1. The cosine in R³ is uniform on [−1, 1] (Archimedes), so {@code
 * E[e^{αs}] = sinh(√3α)/(√3α)} is its log-moment at √3α.
 */
final class UniformScores implements Scores {
    private static final double EDGE = Math.sqrt(3);
    private static final LogBessel COSINE = new LogBessel(3);

    @Override
    public Cumulants tilted(double alpha) {
        Cumulants c = COSINE.tilted(EDGE * alpha);
        return new Cumulants(c.value(), EDGE * c.slope(), 3 * c.curvature());
    }

    @Override
    public double logMoment(double alpha) {
        return COSINE.logMoment(EDGE * alpha);
    }

    @Override
    public double edge() {
        return EDGE;
    }

    @Override
    public double deviation() {
        return 1;
    }

    @Override
    public double density(double x) {
        return Math.abs(x) > EDGE ? 0 : 1 / (2 * EDGE);
    }

    @Override
    public double upperTail(double x) {
        return Math.clamp((EDGE - x) / (2 * EDGE), 0.0, 1.0);
    }

    @Override
    public double reach() {
        return EDGE;
    }

    @Override
    public double draw(RandomStream random) {
        return EDGE * (2 * random.nextDouble() - 1);
    }
}
