package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import java.util.Random;
import spaceslab.experiment.Seeds;

/** Random N, the same in each build; their seed is printed with every failure. */
final class SeededNumbers {
    private final long seed = Seeds.stream("random N").nextLong();
    private final Random random = new Random(seed);

    /** A random number of exactly {@code digits} digits. */
    BigInteger number(int digits) {
        BigInteger low = BigInteger.TEN.pow(digits - 1);
        BigInteger range = low.multiply(BigInteger.valueOf(9));
        return low.add(new BigInteger(range.bitLength() + 32, random).mod(range));
    }

    /** A random long in [from, to). */
    long between(long from, long to) {
        return random.nextLong(from, to);
    }

    String replay(Object what) {
        return what + " of the stream with seed " + seed;
    }
}
