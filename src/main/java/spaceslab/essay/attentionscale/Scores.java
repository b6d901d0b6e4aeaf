package spaceslab.essay.attentionscale;

import spaceslab.numerics.Cumulants;
import spaceslab.numerics.RandomStream;

/** A distribution of attention scores: its log-moments, its density and its random draws. */
interface Scores {
    /**
     * log E[e^{α(s−b)}] with derivatives, where b is {@link #edge()}; value +∞ where the moment
     * does not exist.
     *
     * @param alpha at least 0
     */
    Cumulants tilted(double alpha);

    /** The largest possible score, or 0 for distributions without an end. */
    double edge();

    /** Moments exist for α below this; +∞ where all exist. */
    default double momentLimit() {
        return Double.POSITIVE_INFINITY;
    }

    /** Standard deviation of a score. */
    double deviation();

    /** log E[e^{αs}]. */
    default double logMoment(double alpha) {
        return tilted(alpha).value() + alpha * edge();
    }

    /** Density at x. */
    double density(double x);

    /** P(s > x), with relative accuracy in the upper tail. */
    double upperTail(double x);

    /**
     * Below this all mass but some 1e-30 of it is left out by quadratures; the other end by sign.
     */
    double reach();

    /** One score. */
    double draw(RandomStream random);
}
