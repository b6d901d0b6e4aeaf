package spaceslab.essay.attentionscale;

import org.apache.commons.math3.special.Erf;
import spaceslab.numerics.Cumulants;
import spaceslab.numerics.RandomStream;

/** N(0, 1), the limit of q·k/√d: {@code log E[e^{αs}] = α²/2}. */
record NormalScores() implements Scores {
    @Override
    public Cumulants tilted(double alpha) {
        return new Cumulants(alpha * alpha / 2, alpha, 1);
    }

    @Override
    public double edge() {
        return 0;
    }

    @Override
    public double deviation() {
        return 1;
    }

    @Override
    public double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    @Override
    public double upperTail(double x) {
        return Erf.erfc(x / Math.sqrt(2)) / 2;
    }

    @Override
    public double reach() {
        return 12;
    }

    @Override
    public double draw(RandomStream random) {
        return random.nextGaussian();
    }
}
