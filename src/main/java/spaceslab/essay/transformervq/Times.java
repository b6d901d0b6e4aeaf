package spaceslab.essay.transformervq;

import java.util.OptionalDouble;
import spaceslab.experiment.StopSignal;

/**
 * Seconds of the three forms at one length, the least of several.
 *
 * @param linear over quantised keys
 * @param quadratic full attention in Java, where it was timed
 * @param fused libtorch's, where it was timed
 */
record Times(double linear, OptionalDouble quadratic, OptionalDouble fused) {
    /** Rounds over all lengths, of which the best counts. */
    static final int ROUNDS = 3;

    /** Of each form in a round, at least. */
    static final int REPEATS = 2;

    /** Spent before anything counts, for the JVM's compiler. */
    static final double WARM_UP_SECONDS = 3;

    /** Spent on a form in a round, at least. */
    private static final double SECONDS = 0.1;

    static Times of(Contest contest, boolean quadratic, boolean fused, StopSignal stop) {
        return new Times(
                least(() -> contest.linear(stop), stop),
                quadratic
                        ? OptionalDouble.of(least(() -> contest.quadratic(stop), stop))
                        : OptionalDouble.empty(),
                fused
                        ? OptionalDouble.of(contest.fusedSeconds(REPEATS, stop))
                        : OptionalDouble.empty());
    }

    /** The lesser of each. */
    Times best(Times other) {
        return new Times(
                Math.min(linear, other.linear),
                lesser(quadratic, other.quadratic),
                lesser(fused, other.fused));
    }

    private static OptionalDouble lesser(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() && b.isPresent()
                ? OptionalDouble.of(Math.min(a.getAsDouble(), b.getAsDouble()))
                : a;
    }

    /** Lets the compiler see both forms. */
    static void warmUp(Contest contest, StopSignal stop) {
        long end = System.nanoTime() + (long) (WARM_UP_SECONDS * 1e9);
        do {
            contest.linear(stop);
            contest.quadratic(stop);
        } while (System.nanoTime() < end);
    }

    private static double least(Runnable work, StopSignal stop) {
        double least = Double.POSITIVE_INFINITY;
        double spent = 0;
        for (int i = 0; i < REPEATS || spent < SECONDS; i++) {
            stop.check();
            long start = System.nanoTime();
            work.run();
            double seconds = (System.nanoTime() - start) * 1e-9;
            spent += seconds;
            least = Math.min(least, seconds);
        }
        return least;
    }
}
