package spaceslab.essay.attentionscale;

import spaceslab.numerics.BracketedNewton;
import spaceslab.numerics.Cumulants;
import spaceslab.numerics.LambertW;

/**
 * The essay's estimate of the softmax gradient: sums over n scores become expectations.
 *
 * <p>With K(α) = log E[e^{αs}], {@code Σp² ≈ e^{R(α)}/n}, {@code R(α) = K(2α) − 2K(α)}, so {@code
 * G(α) = α(1 − e^{R(α)}/n)}. Its optimum solves {@code G' = 0 ⇔ R + log(1 + αR') = log n}, in
 * logarithms because e^R overflows; maximising G in doubles would give α* only to about 1e-8. For
 * normal scores {@code α*² = W(n√e/2) − ½}. K is taken from the upper edge of the scores, which
 * drops out of R, so that R does not lose the digits of a large αb.
 *
 * <p>The estimate is void where it exceeds Σp² = 1, and fails earlier, from about α = √(2 log n)
 * on, where a few largest scores make up the sums.
 *
 * @param scores their distribution
 * @param n how many
 */
record MeanField(Scores scores, double n) {
    private static final double TOLERANCE = 1e-13;

    /** R(α) = K(2α) − 2K(α): log n minus the Rényi-2 entropy. */
    double logConcentration(double alpha) {
        return scores.tilted(2 * alpha).value() - 2 * scores.tilted(alpha).value();
    }

    /** G(α); −∞ where the moments do not exist. */
    double gradient(double alpha) {
        return alpha == 0 ? 0 : alpha * -Math.expm1(logConcentration(alpha) - Math.log(n));
    }

    /** Shannon entropy of the softmax in nats: log n + K(α) − αK'(α). */
    double shannon(double alpha) {
        Cumulants c = scores.tilted(alpha);
        return Math.log(n) + c.value() - alpha * c.slope();
    }

    /** Rényi-2 entropy −log Σp² in nats. */
    double renyi2(double alpha) {
        return Math.log(n) - logConcentration(alpha);
    }

    /** α*, where G' = 0, to about 1e-13 relative. */
    double optimum() {
        return optimum(Double.NaN);
    }

    /** α* from a nearby guess (NaN if there is none). */
    double optimum(double guess) {
        if (scores instanceof NormalScores) {
            return Math.sqrt(LambertW.principal(n * Math.sqrt(Math.E) / 2) - 0.5);
        }
        return solve(this::stationarity, guess);
    }

    /** Where the estimate reaches Σp² = 1 and G is back at 0. */
    double end() {
        return solve(this::saturation, Double.NaN);
    }

    /** R + log(1 + αR') − log n and its derivative by log α. */
    private void stationarity(double logAlpha, double[] valueAndSlope) {
        double alpha = Math.exp(logAlpha);
        Cumulants twice = scores.tilted(2 * alpha);
        Cumulants once = scores.tilted(alpha);
        double r = twice.value() - 2 * once.value();
        double slope = 2 * (twice.slope() - once.slope());
        double curvature = 4 * twice.curvature() - 2 * once.curvature();
        valueAndSlope[0] = r + Math.log1p(alpha * slope) - Math.log(n);
        valueAndSlope[1] = alpha * (slope + (slope + alpha * curvature) / (1 + alpha * slope));
    }

    private void saturation(double logAlpha, double[] valueAndSlope) {
        double alpha = Math.exp(logAlpha);
        Cumulants twice = scores.tilted(2 * alpha);
        Cumulants once = scores.tilted(alpha);
        valueAndSlope[0] = twice.value() - 2 * once.value() - Math.log(n);
        valueAndSlope[1] = 2 * alpha * (twice.slope() - once.slope());
    }

    private double solve(BracketedNewton.Function function, double guess) {
        double ceiling = Math.log(scores.momentLimit() / 2);
        double start = Math.log(guess > 0 ? guess : 1 / scores.deviation());
        double[] at = new double[2];
        double low = Math.min(start, ceiling - 0.5);
        for (function.at(low, at); at[0] > 0; function.at(low, at)) {
            low -= 1;
        }
        double high = low;
        double step = 0.25;
        do {
            double before = high;
            high += step;
            if (high >= ceiling) {
                step = 0.5 * (ceiling - before);
                high = before + step;
            } else {
                step *= 2;
            }
            function.at(high, at);
        } while (at[0] < 0);
        return Math.exp(BracketedNewton.solve(function, low, high, start, TOLERANCE));
    }
}
