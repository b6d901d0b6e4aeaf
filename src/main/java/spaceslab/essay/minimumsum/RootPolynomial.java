package spaceslab.essay.minimumsum;

/**
 * The distance from √D(k) up to the next integer of p's parity, for all k around a centre, as a
 * polynomial of degree 4 whose values are made by additions only: the filter that lets {@link
 * PrunedSearch} reject nearly every candidate in a fraction of a nanosecond.
 *
 * <p>With f(k) = √D(k) and q the least integer ≥ f of p's parity, 4c = q² − f², so q − f = 4c/(q +
 * f) ≤ 2c/f. A candidate can only matter if c ≤ C (the best S so far minus p), that is if the
 * distance g = (p − f) mod 2 is at most 2C/f. Around the centre k₀, with j = k − k₀,
 *
 * <pre>
 *   g(k₀ + j) = g₀ + (1 − f₁) j − f₂ j² − f₃ j³ − f₄ j⁴ + error  (mod 2)
 *   f₁ = p/f,  f₂ = −2N/f³,  f₃ = 2Np/f⁵,  f₄ = N/(2f⁵) · (1 − 5p²/f²)
 * </pre>
 *
 * the Taylor coefficients of the hyperbola f² = p² − 4N. Values modulo 2 are 64-bit integers in
 * units of 2⁻⁶³, whose overflow is the reduction modulo 2; equidistant values follow by forward
 * differences, four additions each, in as many lanes as a vector has.
 *
 * <p><b>The filter rejects no optimum</b>, because the test is g + E ≤ 2C/f + 2E with E at least
 * the error, the sum for |j| ≤ J = lanes · M of
 *
 * <ul>
 *   <li>truncation: with x = J/k₀ ≤ 1/16 and k₀ + J ≤ p₀/256 the coefficient of order 5 is at most
 *       1.01 · 7/256 · f/k₀⁵ (binomial series of both factors of f = √(p − 2√N) √(p + 2√N)), and
 *       the tail at most f x⁵/32;
 *   <li>the coefficients' relative rounding, at most 2⁻⁴⁸ of |f₂|J² + |f₃|J³ + |f₄|J⁴ (each is made
 *       of fewer than 32 roundings of 2⁻⁵³);
 *   <li>f₁ modulo 1, absolute: J · 2⁻⁵⁰, because its whole part comes from an exact 128-bit
 *       division; g₀ likewise 2⁻⁵⁰;
 *   <li>rounding the differences to units of 2⁻⁶³, twice: 2⁻⁶² (1 + M + M²/2 + M³/6 + M⁴/24).
 * </ul>
 *
 * Why not a vector of double roots: at 50 digits f has 57 bits, so a double's root says nothing
 * about the next integer. Cost of a centre: about 1 µs. Not thread-safe.
 */
final class RootPolynomial {
    /** Steps of one scan; more would let the rounding of the fourth difference grow too far. */
    static final int MAX_STEPS = 8192;

    /** Centres nearer to the start than this many candidates are left to exact arithmetic. */
    static final int MIN_REACH = 512;

    private static final double TRUNCATION = 0x1p-12;
    private static final double UNIT = 0x1p63;

    private final double number;
    private final double first;
    private final double offset;
    private final WideResidual residual;
    private final int lanes;

    private double distance;
    private double slopeFraction;
    private boolean slopeOdd;
    private double second;
    private double third;
    private double fourth;
    private double error;

    RootPolynomial(SumLine line, int lanes) {
        this.number = line.number().doubleValue();
        this.first = line.first().doubleValue();
        this.offset = line.offset().doubleValue();
        this.residual = new WideResidual(line);
        this.lanes = lanes;
    }

    /** f(k) as a double, relative error 2⁻⁵¹. */
    double root(long k) {
        return Math.sqrt(offset + k * (2 * first + k));
    }

    /**
     * How far a centre may reach to either side if the block starts at {@code k}: a multiple of the
     * lanes, or 0 where exact arithmetic is better.
     */
    int reach(long k) {
        double x = Math.pow(32 * TRUNCATION / root(k), 0.2);
        int steps = (int) Math.min(MAX_STEPS, Math.min(x, 0x1p-4) * k / lanes);
        int reach = steps * lanes;
        return reach < MIN_REACH || k + 2.0 * reach > first / 256 ? 0 : reach;
    }

    /** Expands around {@code k}, for |j| ≤ {@code reach}. */
    void centre(long k, int reach) {
        residual.settle(k);
        double q = residual.root();
        double gap = residual.gap();
        distance = gap / (2 * q - gap / (2 * q));
        double f = q - distance;
        double p = first + k;
        long whole = (long) Math.rint(p / q);
        double shift = distance / q;
        slopeFraction = residual.sumModuloRoot(k, whole) / q + p / q * (shift * (1 + shift));
        slopeOdd = (whole & 1) != 0;
        double square = f * f;
        second = -2 * number / (square * f);
        third = 2 * number * p / (square * square * f);
        fourth = number / (2 * square * square * f) * (1 - 5 * p * p / square);
        error = errorBound(k, reach, f);
    }

    private double errorBound(long k, int reach, double f) {
        double x = (double) reach / k;
        double m = (double) reach / lanes;
        double j = reach;
        double coefficients =
                Math.abs(second) * j * j
                        + Math.abs(third) * j * j * j
                        + Math.abs(fourth) * j * j * j * j;
        return f * x * x * x * x * x / 32
                + coefficients * 0x1p-48
                + (j + 1) * 0x1p-50
                + (1 + m * (1 + m * (1 + m * (1 + m / 4) / 3) / 2)) * 2 / UNIT;
    }

    /** E, in the unit of g. */
    double error() {
        return error;
    }

    /**
     * The state of a scan over j = 0, ±1, ±2, … from the centre: for each lane l the value and four
     * forward differences of g(±(l + lanes·m)) + E at m = 0, biased by −1 so that signed comparison
     * orders values modulo 2. {@code differences} is 5 rows of {@code lanes}.
     */
    void start(int direction, long[] differences) {
        double v = lanes;
        double square = v * v;
        double a1 = -slopeFraction * direction;
        double a2 = -second;
        double a3 = -third * direction;
        double a4 = -fourth;
        for (int l = 0; l < lanes; l++) {
            double c0 = l * (a1 + l * (a2 + l * (a3 + l * a4)));
            double c1 = v * (l * (2 * a2 + l * (3 * a3 + l * 4 * a4)));
            double c2 = square * (a2 + l * (3 * a3 + l * 6 * a4));
            double c3 = square * v * (a3 + l * 4 * a4);
            double c4 = square * square * a4;
            // j (1 − whole part of f₁): odd only for an even whole part and an odd j
            long parity = slopeOdd ? 0 : Long.MIN_VALUE;
            differences[l] = fixed(distance + error + c0) + l * parity + Long.MIN_VALUE;
            differences[lanes + l] = fixed(v * a1) + fixed(c1 + c2 + c3 + c4) + lanes * parity;
            differences[2 * lanes + l] = fixed(2 * c2 + 6 * c3 + 14 * c4);
            differences[3 * lanes + l] = fixed(6 * c3 + 36 * c4);
            differences[4 * lanes + l] = fixed(24 * c4);
        }
    }

    /** The biased limit of the test for remainders up to {@code remainder} from {@code k} on. */
    double threshold(long k, long remainder) {
        return 2 * (remainder / (root(k) * (1 - 0x1p-40))) + 2 * error;
    }

    /** {@code distance} below 2 in biased fixed point, for a comparison with scanned values. */
    static long biased(double distance) {
        return (long) (distance * UNIT) + 2 + Long.MIN_VALUE;
    }

    private static long fixed(double value) {
        return (long) ((value - 2 * Math.rint(value / 2)) * UNIT);
    }
}
