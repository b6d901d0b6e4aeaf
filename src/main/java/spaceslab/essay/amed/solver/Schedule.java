package spaceslab.essay.amed.solver;

import java.util.Arrays;

/**
 * How the stamps lie between T and t_min. Each gives N + 1 descending stamps, the first T, the last
 * t_min.
 */
public enum Schedule {
    /** {@code (T^{1/ρ} + n/N (t_min^{1/ρ} − T^{1/ρ}))^ρ} (EDM, arXiv:2206.00364; ρ = 7). */
    POLYNOMIAL {
        @Override
        double stamp(double share, double start, double end, double rho) {
            double from = Math.pow(start, 1 / rho);
            return Math.pow(from + share * (Math.pow(end, 1 / rho) - from), rho);
        }
    },
    /** A geometric sequence: even in log t, half the logarithm of the signal-to-noise ratio. */
    LOG_SNR {
        @Override
        double stamp(double share, double start, double end, double rho) {
            return Math.exp(Math.log(start) + share * Math.log(end / start));
        }
    },
    /**
     * Even in the u^{1/ρ} of {@link VpTime} (DDIM and DPM-Solver; ρ = 1, for DEIS 2). Above {@link
     * VpTime#largestEnd} no linear β ≥ 0 leads from t_min at u = 10⁻³ to T: the process is then
     * that of the largest end, begun where it has reached t_min.
     */
    TIME_UNIFORM {
        @Override
        double stamp(double share, double start, double end, double rho) {
            VpTime time = VpTime.between(start, end);
            double last = end <= VpTime.largestEnd(start) ? VpTime.END : time.time(end);
            double u = Math.pow(1 + share * (Math.pow(last, 1 / rho) - 1), rho);
            return time.noise(u);
        }
    },
    /** Even in t: nearly all steps where the curves are straight. */
    UNIFORM {
        @Override
        double stamp(double share, double start, double end, double rho) {
            return start + share * (end - start);
        }
    };

    abstract double stamp(double share, double start, double end, double rho);

    /**
     * The stamps; both ends are exact.
     *
     * @param start T
     * @param end t_min, above 0 and below T
     * @param rho exponent of {@link #POLYNOMIAL} and {@link #TIME_UNIFORM}, above 0
     * @param steps N
     */
    public double[] stamps(double start, double end, double rho, int steps) {
        if (!(end > 0 && end < start && start < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "stamps must fall from T (" + start + ") to t_min (" + end + ") above 0");
        }
        if (!(rho > 0) || steps < 1) {
            throw new IllegalArgumentException("rho (" + rho + ") or steps (" + steps + ")");
        }
        double[] stamps = new double[steps + 1];
        for (int n = 0; n <= steps; n++) {
            stamps[n] = stamp((double) n / steps, start, end, rho);
        }
        stamps[0] = start;
        stamps[steps] = end;
        for (int n = 0; n < steps; n++) {
            if (!(stamps[n + 1] < stamps[n])) {
                throw new IllegalStateException(
                        this + " does not fall: " + Arrays.toString(stamps));
            }
        }
        return stamps;
    }
}
