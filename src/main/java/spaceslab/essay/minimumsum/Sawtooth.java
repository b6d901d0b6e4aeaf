package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import spaceslab.experiment.Emitter;

/**
 * S(a) = a + ⌊N/a⌋ + (N mod a) at whole a, between the curves a + N/a (remainder 0) and 2a + N/a −
 * 1 (remainder a − 1). Up to N = 160 000 every a from √N/4 to 2√N; beyond, some teeth around the
 * optimum. A tooth is √N/2d wide at a distance d from √N, because N/a = 2√N − a + d²/a; at most 600
 * points are drawn.
 *
 * <p>Doubles cannot hold a and S of many digits: above N = 10¹⁰ both axes are offsets, from the
 * optimal a and from ⌊2√N⌋, subtracted exactly.
 *
 * @param n N
 * @param first first a
 * @param step between drawn a
 * @param count points
 * @param aOrigin subtracted from a
 * @param sOrigin subtracted from S
 * @param optimum marked
 */
record Sawtooth(
        BigInteger n,
        BigInteger first,
        BigInteger step,
        int count,
        BigInteger aOrigin,
        BigInteger sOrigin,
        Decomposition optimum) {
    private static final BigInteger WHOLE = BigInteger.valueOf(160_000);
    private static final BigInteger PLAIN = BigInteger.TEN.pow(10);
    private static final int POINTS = 600;
    private static final int FEWEST = 40;

    static Sawtooth around(BigInteger n, Decomposition optimum, int teeth) {
        BigInteger root = n.sqrt();
        if (n.compareTo(WHOLE) <= 0) {
            int first = Math.max(1, root.intValueExact() / 4);
            return new Sawtooth(
                    n,
                    BigInteger.valueOf(first),
                    BigInteger.ONE,
                    Math.max(4, 2 * root.intValueExact() + 1 - first),
                    BigInteger.ZERO,
                    BigInteger.ZERO,
                    optimum);
        }
        BigInteger distance = root.subtract(optimum.a()).max(BigInteger.ONE);
        BigInteger tooth = root.divide(distance.shiftLeft(1)).min(root.sqrt()).max(BigInteger.ONE);
        BigInteger width =
                tooth.multiply(BigInteger.valueOf(teeth)).max(BigInteger.valueOf(FEWEST));
        BigInteger step = width.divide(BigInteger.valueOf(POINTS)).add(BigInteger.ONE);
        int half = width.divide(step).intValueExact() / 2;
        boolean plain = n.compareTo(PLAIN) <= 0;
        return new Sawtooth(
                n,
                optimum.a().subtract(step.multiply(BigInteger.valueOf(half))),
                step,
                2 * half + 1,
                plain ? BigInteger.ZERO : optimum.a(),
                plain ? BigInteger.ZERO : n.shiftLeft(2).sqrt(),
                optimum);
    }

    void emit(Emitter out) {
        double[] x = new double[count];
        double[] sums = new double[count];
        double[] lower = new double[count];
        double[] upper = new double[count];
        BigInteger a = first;
        for (int i = 0; i < count; i++, a = a.add(step)) {
            BigInteger[] division = n.divideAndRemainder(a);
            BigInteger factors = a.add(division[0]).subtract(sOrigin);
            x[i] = a.subtract(aOrigin).doubleValue();
            sums[i] = factors.add(division[1]).doubleValue();
            lower[i] = factors.doubleValue() + division[1].doubleValue() / a.doubleValue();
            upper[i] = lower[i] + a.doubleValue() - 1;
        }
        out.value("aOrigin", aOrigin);
        out.value("sOrigin", sOrigin);
        out.value("optimumA", optimum.a().subtract(aOrigin).doubleValue());
        out.value("optimumS", optimum.sum().subtract(sOrigin).doubleValue());
        out.points("sawtooth", x, sums);
        out.points("lowerEnvelope", x, lower);
        out.points("upperEnvelope", x, upper);
    }

    /** Marks an algorithm's answer where it lies in the drawn window. */
    void emitAnswer(String algorithm, Decomposition answer, Emitter out) {
        BigInteger last = first.add(step.multiply(BigInteger.valueOf(count - 1)));
        if (answer.a().compareTo(first) >= 0 && answer.a().compareTo(last) <= 0) {
            out.point(
                    "answer." + algorithm,
                    answer.a().subtract(aOrigin).doubleValue(),
                    answer.sum().subtract(sOrigin).doubleValue());
        }
    }
}
