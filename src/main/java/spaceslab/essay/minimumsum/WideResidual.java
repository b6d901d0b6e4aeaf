package spaceslab.essay.minimumsum;

import java.math.BigInteger;

/**
 * The exact remainder in 128-bit arithmetic, for N up to 64 digits.
 *
 * <p>At 60 digits √D has 68 bits: a double's root is thousands of steps off. Its residual R = q² −
 * D, exact modulo 2¹²⁸ ({@link Math#unsignedMultiplyHigh}), refines it by one Newton step q − R/2q,
 * after which a step or two of 2 reach the least q of the right parity. About four times the cost
 * of {@link NarrowResidual}.
 *
 * <p>Numbers are pairs of a high and a low word. After {@link #settle} the fields hold q and R;
 * {@link RootPolynomial} reads root, gap and slope from them.
 */
final class WideResidual implements CandidateResidual {
    private static final double TWO_64 = 0x1p64;

    /** Roots below are exact to one step as a double, and need no Newton step. */
    private static final double EXACT_ROOT = 0x1p40;

    private final long firstHigh;
    private final long firstLow;
    private final long offsetHigh;
    private final long offsetLow;
    private final double firstValue;
    private final double offsetValue;

    private long rootHigh;
    private long rootLow;
    private long residualHigh;
    private long residualLow;

    WideResidual(SumLine line) {
        firstHigh = high(line.first());
        firstLow = line.first().longValue();
        offsetHigh = high(line.offset());
        offsetLow = line.offset().longValue();
        firstValue = line.first().doubleValue();
        offsetValue = line.offset().doubleValue();
    }

    private static long high(BigInteger value) {
        return value.shiftRight(64).longValue();
    }

    @Override
    public long remainder(long k) {
        settle(k);
        return residualHigh != 0 || residualLow < 0 ? HUGE : residualLow >>> 2;
    }

    /** Finds the least q ≥ √D(k) of p's parity, and R = q² − D(k) ≥ 0. */
    void settle(long k) {
        double root = Math.sqrt(offsetValue + k * (2 * firstValue + k));
        long fromHigh = (long) (root / TWO_64);
        double rest = root - fromHigh * TWO_64;
        rootHigh = fromHigh;
        rootLow = rest >= 0x1p63 ? (long) (rest - 0x1p63) + Long.MIN_VALUE : (long) rest;
        measure(k);
        if (root >= EXACT_ROOT) {
            moveRoot(-(long) Math.rint(gap() / (2 * root)));
            measure(k);
        }
        if (((rootLow ^ (firstLow + k)) & 1) != 0) {
            addDoubledRoot(1, 1);
            moveRoot(1);
        }
        while (residualHigh < 0) {
            addDoubledRoot(2, 4);
            moveRoot(2);
        }
        while ((rootHigh > 0 || rootLow >= 2 || rootLow < 0) && stepDown()) {
            moveRoot(-2);
        }
    }

    /** R = q² − (D₀ + k(2p₀ + k)) modulo 2¹²⁸. */
    private void measure(long k) {
        long sumLow = 2 * firstLow + k;
        long sumHigh = (firstHigh << 1 | firstLow >>> 63) + carry(2 * firstLow, sumLow);
        long productLow = k * sumLow;
        long productHigh = k * sumHigh + Math.unsignedMultiplyHigh(k, sumLow);
        long low = offsetLow + productLow;
        long high = offsetHigh + productHigh + carry(offsetLow, low);
        long squareLow = rootLow * rootLow;
        long squareHigh = Math.unsignedMultiplyHigh(rootLow, rootLow) + 2 * rootHigh * rootLow;
        residualLow = squareLow - low;
        residualHigh = squareHigh - high - (Long.compareUnsigned(squareLow, low) < 0 ? 1 : 0);
    }

    /** R += 2·times·q + constant. */
    private void addDoubledRoot(int times, long constant) {
        long factor = 2L * times;
        long low = factor * rootLow;
        long high = factor * rootHigh + Math.unsignedMultiplyHigh(factor, rootLow);
        long shifted = low + constant;
        high += carry(low, shifted);
        long sum = residualLow + shifted;
        residualHigh += high + carry(residualLow, sum);
        residualLow = sum;
    }

    /** R − 4q + 4, taken over if it is not negative. */
    private boolean stepDown() {
        long low = 4 * rootLow;
        long high = (rootHigh << 2) + (rootLow >>> 62);
        long shifted = low - 4;
        high -= Long.compareUnsigned(low, 4) < 0 ? 1 : 0;
        long restLow = residualLow - shifted;
        long restHigh =
                residualHigh - high - (Long.compareUnsigned(residualLow, shifted) < 0 ? 1 : 0);
        if (restHigh < 0) {
            return false;
        }
        residualLow = restLow;
        residualHigh = restHigh;
        return true;
    }

    private void moveRoot(long step) {
        long low = rootLow + step;
        rootHigh += (step >> 63) + carry(rootLow, low);
        rootLow = low;
    }

    private static long carry(long before, long after) {
        return Long.compareUnsigned(after, before) < 0 ? 1 : 0;
    }

    /** R as a double. */
    double gap() {
        return value(residualHigh, residualLow);
    }

    /** q as a double. */
    double root() {
        return value(rootHigh, rootLow);
    }

    /** (p₀ + k) − times·q, exact before it is rounded to a double. */
    double sumModuloRoot(long k, long times) {
        long sumLow = firstLow + k;
        long sumHigh = firstHigh + carry(firstLow, sumLow);
        long low = times * rootLow;
        long high = times * rootHigh + Math.unsignedMultiplyHigh(times, rootLow);
        return value(
                sumHigh - high - (Long.compareUnsigned(sumLow, low) < 0 ? 1 : 0), sumLow - low);
    }

    /** Relative error 2⁻⁵²: a negative pair is negated first, so that nothing cancels. */
    private static double value(long high, long low) {
        return high < 0 ? -positive(low == 0 ? -high : ~high, -low) : positive(high, low);
    }

    private static double positive(long high, long low) {
        return high * TWO_64 + ((low >>> 1) * 2.0 + (low & 1));
    }
}
