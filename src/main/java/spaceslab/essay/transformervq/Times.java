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
    /**
     * How carefully is timed.
     *
     * @param rounds over all lengths, of which the best counts
     * @param repeats of each form in a round at least
     * @param seconds spent on a form in a round at least
     * @param warmUpSeconds spent before anything counts, for the JVM's compiler
     */
    record Care(int rounds, int repeats, double seconds, double warmUpSeconds) {
        /** While a visitor waits. */
        static final Care LIVE = new Care(1, 2, 0.01, 0.15);

        /** For numbers that are kept. */
        static final Care KEPT = new Care(3, 2, 0.1, 4);
    }

    static Times of(Contest contest, boolean quadratic, boolean fused, Care care, StopSignal stop) {
        return new Times(
                least(() -> contest.linear(stop), care, stop),
                quadratic
                        ? OptionalDouble.of(least(() -> contest.quadratic(stop), care, stop))
                        : OptionalDouble.empty(),
                fused
                        ? OptionalDouble.of(contest.fusedSeconds(care.repeats(), stop))
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
    static void warmUp(Contest contest, Care care, StopSignal stop) {
        long end = System.nanoTime() + (long) (care.warmUpSeconds() * 1e9);
        do {
            contest.linear(stop);
            contest.quadratic(stop);
        } while (System.nanoTime() < end);
    }

    private static double least(Runnable work, Care care, StopSignal stop) {
        double least = Double.POSITIVE_INFINITY;
        double spent = 0;
        for (int i = 0; i < care.repeats() || spent < care.seconds(); i++) {
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
