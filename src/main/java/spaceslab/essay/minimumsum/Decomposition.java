package spaceslab.essay.minimumsum;

import java.math.BigInteger;

/**
 * One way to write N = ab + c with 0 ≤ a ≤ b and c ≥ 0.
 *
 * @param a smaller factor
 * @param b larger factor
 * @param c remainder
 */
record Decomposition(BigInteger a, BigInteger b, BigInteger c) {
    Decomposition {
        if (a.signum() < 0 || b.compareTo(a) < 0 || c.signum() < 0) {
            throw new IllegalArgumentException(
                    "need 0 <= a <= b and c >= 0, got a = " + a + ", b = " + b + ", c = " + c);
        }
    }

    static Decomposition of(long a, long b, long c) {
        return new Decomposition(
                BigInteger.valueOf(a), BigInteger.valueOf(b), BigInteger.valueOf(c));
    }

    /** a = (p − q)/2, b = (p + q)/2 and c = N − ab, from the sum p and the difference q. */
    static Decomposition ofSumAndDifference(BigInteger n, BigInteger p, BigInteger q) {
        BigInteger a = p.subtract(q).shiftRight(1);
        BigInteger b = p.add(q).shiftRight(1);
        return new Decomposition(a, b, n.subtract(a.multiply(b)));
    }

    /**
     * The best decomposition whose factors add up to {@code p}: least q ≥ √(p² − 4N) of p's parity.
     */
    static Decomposition ofSum(BigInteger n, BigInteger p) {
        BigInteger d = p.multiply(p).subtract(n.shiftLeft(2));
        BigInteger q = BigInteger.ZERO;
        if (d.signum() > 0) {
            BigInteger[] root = d.sqrtAndRemainder();
            q = root[1].signum() == 0 ? root[0] : root[0].add(BigInteger.ONE);
        }
        return ofSumAndDifference(n, p, q.testBit(0) == p.testBit(0) ? q : q.add(BigInteger.ONE));
    }

    /** S = a + b + c. */
    BigInteger sum() {
        return a.add(b).add(c);
    }

    /** N = ab + c. */
    BigInteger number() {
        return a.multiply(b).add(c);
    }
}
