package spaceslab.numerics;

import java.util.random.RandomGenerator;

/**
 * One stream of random numbers: xoshiro256++ (Blackman and Vigna, doi:10.1145/3460772), period
 * 2^256 − 1, with the variates that essays draw. The same seed gives the same numbers on every
 * machine, up to the last digit of the platform's exponential and logarithm. Not thread-safe: a
 * unit of work owns its stream.
 */
public final class RandomStream implements RandomGenerator {
    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /** State filled by SplitMix64 from {@code seed}, as the authors advise. */
    RandomStream(long seed) {
        long z = seed;
        s0 = SeededStreams.mix(z += SeededStreams.GOLDEN);
        s1 = SeededStreams.mix(z += SeededStreams.GOLDEN);
        s2 = SeededStreams.mix(z += SeededStreams.GOLDEN);
        s3 = SeededStreams.mix(z + SeededStreams.GOLDEN);
    }

    @Override
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** Uniform in [0, 1), 53 bits. */
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** Uniform in (0, 1): never a zero that a logarithm would choke on. */
    public double nextOpenDouble() {
        return ((nextLong() >>> 12) + 0.5) * 0x1p-52;
    }

    /** Standard normal, by the ziggurat. */
    @Override
    public double nextGaussian() {
        return ZigguratNormal.next(this);
    }

    /** Exponential with mean 1. */
    @Override
    public double nextExponential() {
        return -Math.log(nextOpenDouble());
    }

    /** Laplace with scale 1 (variance 2). */
    public double nextLaplace() {
        double e = nextExponential();
        return nextLong() < 0 ? -e : e;
    }

    /**
     * Gamma with the given shape (above 0) and scale 1, by Marsaglia and Tsang's cube of a normal
     * (doi:10.1145/358407.358414), about 1.05 trials.
     */
    public double nextGamma(double shape) {
        if (shape < 1) {
            return nextGamma(shape + 1) * Math.pow(nextOpenDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = nextGaussian();
            double root = 1 + c * x;
            if (root <= 0) {
                continue;
            }
            double v = root * root * root;
            double u = nextOpenDouble();
            if (u < 1 - 0.0331 * x * x * x * x
                    || Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) {
                return d * v;
            }
        }
    }
}
