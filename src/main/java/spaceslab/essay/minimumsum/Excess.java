package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import org.apache.commons.math3.special.Gamma;

/**
 * How far a sum lies above 2√N, the least that a + b can be where ab = N, and its law: with one
 * candidate δ + c per unit of δ and c about uniform on [0, 2 N^1/4 √δ], the number of sums up to s
 * above 2√N is Poisson with mean ⅔ s^3/2 N^−1/4. So (S − 2√N)/N^1/6 has the survival function
 * exp(−⅔ u^3/2), a Weibull law of shape 3/2, with mean (3/2)^2/3 Γ(5/3) = 1.183. Heuristic, ours.
 */
final class Excess {
    private Excess() {}

    /** S − 2√N, without cancellation: (S − p₀) + D₀/(p₀ + 2√N). */
    static double of(BigInteger n, BigInteger sum) {
        SumLine line = SumLine.of(n);
        double roots = line.first().doubleValue() + 2 * Math.sqrt(n.doubleValue());
        double above = roots == 0 ? 0 : line.offset().doubleValue() / roots;
        return sum.subtract(line.first()).doubleValue() + above;
    }

    /** (S − 2√N)/N^1/6 for N ≥ 1. */
    static double ratio(BigInteger n, BigInteger sum) {
        return of(n, sum) / Math.pow(n.doubleValue(), 1.0 / 6);
    }

    /** The law's density √u exp(−⅔ u^3/2). */
    static double density(double u) {
        return Math.sqrt(u) * Math.exp(-2 * u * Math.sqrt(u) / 3);
    }

    /** The law's mean (3/2)^2/3 Γ(5/3). */
    static double mean() {
        return Math.pow(1.5, 2.0 / 3) * Gamma.gamma(5.0 / 3);
    }
}
