package spaceslab.essay.minimumsum;

/**
 * The exact remainder in 64-bit arithmetic, for D(k) &lt; 2¹¹³ (N up to 49 or 50 digits).
 *
 * <p>D itself does not fit a long, but q² − D does: the double D has a relative error of at most
 * 3·2⁻⁵³ (2p₀, product, sum), its root q at most 2.5·2⁻⁵³ q, so |q² − D| ≤ 5·2⁻⁵³·2¹¹³ + 2q &lt;
 * 2⁶³, and arithmetic modulo 2⁶⁴ gives it exactly. Steps of 2, (q + 2)² − q² = 4q + 4, then lead to
 * the least q. 5 to 10 ns a candidate.
 */
final class NarrowResidual implements CandidateResidual {
    private final long first;
    private final long slope;
    private final long offset;
    private final double slopeValue;
    private final double offsetValue;

    NarrowResidual(SumLine line) {
        first = line.first().longValue();
        slope = 2 * first;
        offset = line.offset().longValue();
        slopeValue = 2 * line.first().doubleValue();
        offsetValue = line.offset().doubleValue();
    }

    @Override
    public long remainder(long k) {
        double discriminant = offsetValue + k * (slopeValue + k);
        long q = (long) Math.sqrt(discriminant);
        q += (q ^ (first + k)) & 1;
        long residual = q * q - (offset + k * (slope + k));
        while (residual < 0) {
            residual += 4 * q + 4;
            q += 2;
        }
        while (q >= 2 && residual - 4 * q + 4 >= 0) {
            q -= 2;
            residual -= 4 * q + 4;
        }
        return residual >> 2;
    }
}
