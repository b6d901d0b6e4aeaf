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
    private static final double SECONDS = 0.02;
    private static final int LEAST_REPEATS = 2;
    private static final int MOST_REPEATS = 50;

    static Times of(Contest contest, boolean quadratic, boolean fused, StopSignal stop) {
        return new Times(
                least(() -> contest.linear(stop), stop),
                quadratic
                        ? OptionalDouble.of(least(() -> contest.quadratic(stop), stop))
                        : OptionalDouble.empty(),
                fused
                        ? OptionalDouble.of(contest.fusedSeconds(LEAST_REPEATS, stop))
                        : OptionalDouble.empty());
    }

    private static double least(Runnable work, StopSignal stop) {
        double least = Double.POSITIVE_INFINITY;
        double spent = 0;
        for (int i = 0; i < LEAST_REPEATS || (i < MOST_REPEATS && spent < SECONDS); i++) {
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
