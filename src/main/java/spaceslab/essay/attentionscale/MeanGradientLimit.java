package spaceslab.essay.attentionscale;

import spaceslab.numerics.GaussLegendre;

/**
 * The limit of the mean of G over draws as α → ∞: {@code n(n−1) ∫ f(x)² F(x)^{n−2} dx}, the density
 * at zero of the gap between the two largest of n scores.
 *
 * <p>With only the two largest left and gap g, G = 2α σ(αg)σ(−αg); its integral over g is the gap's
 * density at 0, because ∫_0^∞ 2σ(x)σ(−x) dx = 1. Rare near-ties keep the mean up while almost every
 * single draw goes to 0. Quadrature to about 1e-11 relative.
 */
final class MeanGradientLimit {
    private static final GaussLegendre RULE = new GaussLegendre(16);
    private static final int PANELS = 32;
    private static final double RELATIVE = 1e-12;

    private MeanGradientLimit() {}

    /**
     * @param n number of scores, at least 2
     */
    static double of(Scores scores, int n) {
        double pairs = n * (n - 1.0);
        double reach = scores.reach();
        double below = integral(scores, n, pairs, -reach, 0);
        return below + integral(scores, n, pairs, 0, reach);
    }

    private static double integral(Scores scores, int n, double pairs, double a, double b) {
        return RULE.adaptive(x -> integrand(scores, n, pairs, x), a, b, PANELS, RELATIVE);
    }

    private static double integrand(Scores scores, int n, double pairs, double x) {
        double density = scores.density(x);
        double square = pairs * density * density;
        if (square < 1e-40 || n == 2) {
            return square;
        }
        return square * Math.exp((n - 2) * Math.log1p(-scores.upperTail(x)));
    }
}
