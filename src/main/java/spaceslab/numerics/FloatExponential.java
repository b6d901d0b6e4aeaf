package spaceslab.numerics;

/**
 * exp of a float: x = n ln 2 + r with |r| ≤ ln 2 / 2, a polynomial of degree 6 in r, and n added to
 * the exponent's bits. Error at most 2 units in the last place; 0 below −87, where floats cease to
 * be normal. Coefficients: Cephes, expf.
 */
final class FloatExponential {
    static final float LOWEST = -87;
    static final float HIGHEST = 88;
    static final float LOG2_E = 1.44269504f;

    /** 1.5 · 2²³: adding it rounds to a whole number, which then stands in the lowest bits. */
    static final float ROUNDER = 12582912;

    static final float LN2_HIGH = 0.693359375f;
    static final float LN2_LOW = -2.12194440e-4f;
    static final float C6 = 1.9875691500e-4f;
    static final float C5 = 1.3981999507e-3f;
    static final float C4 = 8.3334519073e-3f;
    static final float C3 = 4.1665795894e-2f;
    static final float C2 = 1.6666665459e-1f;
    static final float C1 = 5.0000001201e-1f;
    static final int MANTISSA_BITS = 23;

    private FloatExponential() {}

    static float of(float x) {
        if (x < LOWEST) {
            return 0;
        }
        float bounded = Math.min(x, HIGHEST);
        float shifted = Math.fma(bounded, LOG2_E, ROUNDER);
        float n = shifted - ROUNDER;
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, bounded));
        float p = Math.fma(Math.fma(Math.fma(C6, r, C5), r, C4), r, C3);
        p = Math.fma(Math.fma(p, r, C2), r, C1);
        p = Math.fma(p, r * r, r + 1);
        return Float.intBitsToFloat(
                Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(shifted) << MANTISSA_BITS));
    }
}
