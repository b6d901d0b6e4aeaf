package spaceslab.essay.amed.solver;

/**
 * The time u of a variance-preserving diffusion with linear β, in terms of the noise level t:
 * {@code t² + 1 = exp(β_d u²/2 + β_m u)}, with u = 1 at T and u = 10⁻³ at t_min (Y. Song et al.,
 * arXiv:2011.13456).
 *
 * @param slope β_d
 * @param offset β_m
 */
public record VpTime(double slope, double offset) {
    /** u at t_min. */
    static final double END = 1e-3;

    /**
     * The largest t_min up to which β stays at or above 0 to u = 1, so that t rises with u: {@code
     * log(1 + t_min²) = ε (2 − ε) log(1 + T²)} with ε = 10⁻³.
     */
    static double largestEnd(double start) {
        return Math.sqrt(Math.expm1(END * (2 - END) * Math.log1p(start * start)));
    }

    /** The one that runs from T (u = 1) to t_min (u = 10⁻³), or to {@link #largestEnd} before. */
    public static VpTime between(double start, double wanted) {
        double end = Math.min(wanted, largestEnd(start));
        double first = Math.log1p(start * start);
        double slope = 2 * (Math.log1p(end * end) / END - first) / (END - 1);
        return new VpTime(slope, first - slope / 2);
    }

    /** t at u. */
    public double noise(double u) {
        return Math.sqrt(Math.expm1(slope * u * u / 2 + offset * u));
    }

    /** u at t: the positive root of β_d u²/2 + β_m u = log(1 + t²). */
    public double time(double noise) {
        double right = Math.log1p(noise * noise);
        return 2 * right / (offset + Math.sqrt(Math.max(0, offset * offset + 2 * slope * right)));
    }
}
