package spaceslab.essay.attentionscale;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;
import spaceslab.numerics.Cumulants;
import spaceslab.numerics.LogBessel;
import spaceslab.numerics.RandomStream;

/**
 * The cosine of two independent random directions in R^d: density {@code Γ(d/2) / (√π Γ((d−1)/2))
 * (1−s²)^{(d−3)/2}} on [−1, 1], variance 1/d, log-moments by {@link LogBessel}.
 */
final class CosineScores implements Scores {
    private final int dimension;
    private final LogBessel bessel;
    private final double logNorm;

    CosineScores(int dimension) {
        this.dimension = dimension;
        this.bessel = new LogBessel(dimension);
        this.logNorm =
                Gamma.logGamma(dimension / 2.0)
                        - Gamma.logGamma((dimension - 1) / 2.0)
                        - Math.log(Math.PI) / 2;
    }

    @Override
    public Cumulants tilted(double alpha) {
        return bessel.tilted(alpha);
    }

    @Override
    public double logMoment(double alpha) {
        return bessel.logMoment(alpha);
    }

    @Override
    public double edge() {
        return 1;
    }

    @Override
    public double deviation() {
        return 1 / Math.sqrt(dimension);
    }

    @Override
    public double density(double x) {
        return Math.abs(x) > 1 ? 0 : Math.exp(logNorm + (dimension - 3) / 2.0 * Math.log1p(-x * x));
    }

    @Override
    public double upperTail(double x) {
        double shape = (dimension - 1) / 2.0;
        return Beta.regularizedBeta((1 - x) / 2, shape, shape, 1e-14, 100_000);
    }

    @Override
    public double reach() {
        return Math.min(1, 12 * deviation());
    }

    /** A normal over the norm of d normals, the other d − 1 squares being one gamma variate. */
    @Override
    public double draw(RandomStream random) {
        double x = random.nextGaussian();
        double rest = 2 * random.nextGamma((dimension - 1) / 2.0);
        return x / Math.sqrt(x * x + rest);
    }
}
