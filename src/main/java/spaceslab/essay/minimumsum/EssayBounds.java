package spaceslab.essay.minimumsum;

import java.math.BigInteger;

/**
 * The essay's two upper bounds of the least sum, rounded down (S is whole). Square roots are taken
 * with 64 binary places; the bounds are irrational unless N is a square, where the roots of √N and
 * of whole squares are exact.
 */
final class EssayBounds {
    private static final int PLACES = 64;
    private static final BigInteger UNIT = BigInteger.ONE.shiftLeft(PLACES);

    private EssayBounds() {}

    /** ⌊2√N + 2 + √(1 + 4√N)⌋, from the sum and difference form. */
    static BigInteger sumDifference(BigInteger n) {
        BigInteger root = root(n.shiftLeft(PLACES));
        BigInteger inner = root(UNIT.add(root.shiftLeft(2)));
        return root.shiftLeft(1).add(inner).shiftRight(PLACES).add(BigInteger.TWO);
    }

    /** ⌊2√N + 3 + 2√(1 + 2√N)⌋, from the parity form. */
    static BigInteger parity(BigInteger n) {
        return rootAndInner(n).shiftRight(PLACES - 1).add(BigInteger.valueOf(3));
    }

    /** ⌊√N + 3/2 + √(1 + 2√N)⌋, the parity form's last m. */
    static BigInteger lastHalfSum(BigInteger n) {
        return rootAndInner(n).add(UNIT.shiftRight(1)).shiftRight(PLACES).add(BigInteger.ONE);
    }

    /** √N + √(1 + 2√N). */
    private static BigInteger rootAndInner(BigInteger n) {
        BigInteger root = root(n.shiftLeft(PLACES));
        return root.add(root(UNIT.add(root.shiftLeft(1))));
    }

    /** √x for x with {@value #PLACES} binary places, likewise. */
    private static BigInteger root(BigInteger x) {
        return x.shiftLeft(PLACES).sqrt();
    }
}
