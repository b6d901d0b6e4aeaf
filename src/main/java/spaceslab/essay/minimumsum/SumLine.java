package spaceslab.essay.minimumsum;

import java.math.BigInteger;

/**
 * The candidates of one N in order: sums p = p₀ + k with p₀ = ⌈2√N⌉, and their discriminants D(k) =
 * p² − 4N = D₀ + 2p₀k + k² ≥ 0, where D₀ = p₀² − 4N ≤ 2p₀. For N of 64 digits 2p₀ has 109 bits and
 * k stays under 2⁴⁰.
 *
 * @param number N
 * @param first p₀
 * @param offset D₀
 */
record SumLine(BigInteger number, BigInteger first, BigInteger offset) {
    /** Largest N: beyond, 2p₀k would leave the 128 bits of {@link WideResidual}. */
    static final int MAX_DIGITS = 64;

    /**
     * Up to this many bits of D a double's root is at most 2.5·2⁻⁵³·√D off, so that the residual 5·
     * 2⁻⁵³·D stays under 2⁶³ and is exact modulo 2⁶⁴.
     */
    private static final int NARROW_BITS = 113;

    static SumLine of(BigInteger n) {
        BigInteger quadruple = n.shiftLeft(2);
        BigInteger[] root = quadruple.sqrtAndRemainder();
        BigInteger first = root[1].signum() == 0 ? root[0] : root[0].add(BigInteger.ONE);
        return new SumLine(n, first, first.multiply(first).subtract(quadruple));
    }

    /** The sum p = p₀ + k. */
    BigInteger sum(long k) {
        return first.add(BigInteger.valueOf(k));
    }

    /** D(k). */
    BigInteger discriminant(long k) {
        BigInteger p = sum(k);
        return p.multiply(p).subtract(number.shiftLeft(2));
    }

    /** The best decomposition with sum p₀ + k. */
    Decomposition decomposition(long k) {
        return Decomposition.ofSum(number, sum(k));
    }

    /** The first k whose D(k) is too large for {@link NarrowResidual}; at most 2⁶². */
    long narrowEnd() {
        BigInteger last =
                BigInteger.ONE
                        .shiftLeft(NARROW_BITS)
                        .add(number.shiftLeft(2))
                        .sqrt()
                        .subtract(first);
        return last.max(BigInteger.ZERO).min(BigInteger.ONE.shiftLeft(62)).longValueExact();
    }

    /** Exact arithmetic for all k in [0, {@code end}): 64 bits where they suffice, else 128. */
    CandidateResidual residual(long end) {
        return end <= narrowEnd() ? new NarrowResidual(this) : new WideResidual(this);
    }
}
