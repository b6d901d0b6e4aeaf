package spaceslab.essay.amed.meanvalue;

/**
 * Where on a step from a down to b the direction of a Gaussian's probability flow equals the mean
 * direction, for one eigenvalue λ of Σ, where {@code x(t) = x(a) √((λ + t²)/(λ + a²))}.
 *
 * <p>{@code x'(s) = (x(a) − x(b))/(a − b)} on the exact curve gives
 *
 * <pre>
 * s² = (a + b)² / (2 + 2 (λ + a² + b²)/(√((λ + a²)(λ + b²)) + a b))
 * </pre>
 *
 * <p>which is a b for λ → 0 and ((a + b)/2)² for λ → ∞: the point always lies between the geometric
 * and the arithmetic mean. All methods are closed forms; 0 ≤ b &lt; a, λ &gt; 0.
 */
final class GaussianMiddle {
    private GaussianMiddle() {}

    /** s on the exact curve. */
    static double onCurve(double variance, double a, double b) {
        double product = Math.sqrt((variance + a * a) * (variance + b * b));
        double ratio = (variance + a * a + b * b) / (product + a * b);
        return (a + b) / Math.sqrt(2 + 2 * ratio);
    }

    /**
     * s where AMED-Solver looks, at {@code y = x(a) + (s − a) v(x(a), a)} instead of x(s): with
     * {@code Q = (λ + a²)(1 − x(b)/x(a))/(a − b)} the root of {@code (a − Q) s² + λ s − Q λ = 0}.
     */
    static double onTangent(double variance, double a, double b) {
        double from = Math.sqrt(variance + a * a);
        double q = from * (a + b) / (from + Math.sqrt(variance + b * b));
        double root = Math.sqrt(variance * (variance + 4 * (a - q) * q));
        return 2 * q * variance / (variance + root);
    }

    /** r of {@code s = b^r a^{1−r}}. */
    static double exponent(double s, double a, double b) {
        return Math.log(s / a) / Math.log(b / a);
    }
}
