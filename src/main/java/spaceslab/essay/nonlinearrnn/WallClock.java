package spaceslab.essay.nonlinearrnn;

import spaceslab.experiment.Emitter;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.AssociativeScan;
import spaceslab.numerics.DiagonalMaps;
import spaceslab.numerics.OrderedUnits;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/** Seconds on this machine's cores, the least of a few repeats, against the plain loop. */
final class WallClock {
    private static final int REPEATS = 3;
    private static final int CHANNELS = 16;
    private static final int CHANNEL_STEPS = 1 << 17;

    private final Emitter out;
    private final StopSignal stop;

    WallClock(Emitter out, StopSignal stop) {
        this.out = out;
        this.stop = stop;
    }

    private double least(Runnable work) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < REPEATS; i++) {
            stop.check();
            long start = System.nanoTime();
            work.run();
            least = Math.min(least, (System.nanoTime() - start) * 1e-9);
        }
        return least;
    }

    private void row(String what, int threads, double loop, Runnable work) {
        double seconds = least(work);
        out.row("wallClock", what, threads, seconds, loop / seconds);
    }

    /** The network: the loop, and Newton with three ways to scan. */
    void network(RecurrentProblem problem, double tolerance) {
        double loop = least(problem::sequential);
        out.row("wallClock", "sequentialLoop", 1, loop, 1.0);
        int threads = Runtime.getRuntime().availableProcessors();
        newton("newtonLoop", ScanForm.SEQUENTIAL, 1, problem, tolerance, loop);
        newton("newtonLoop", ScanForm.SEQUENTIAL, threads, problem, tolerance, loop);
        newton("newtonBlocked", ScanForm.BLOCKED, threads, problem, tolerance, loop);
        newton("newtonTree", ScanForm.BLELLOCH, threads, problem, tolerance, loop);
    }

    private void newton(
            String what,
            ScanForm form,
            int threads,
            RecurrentProblem problem,
            double tolerance,
            double loop) {
        NewtonIteration newton =
                new NewtonIteration(form, new OrderedUnits(threads), tolerance, 60);
        row(what, threads, loop, () -> newton.solve(problem, problem.zeros(), stop));
    }

    /** A diagonal scan over 2¹⁷ × 16: one thread, channels split, time split. */
    void diagonal(long seed) {
        RandomStream random = new SeededStreams(seed).stream(0);
        double[] factors = new double[CHANNEL_STEPS * CHANNELS];
        double[] offsets = new double[factors.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = 0.99 * random.nextDouble();
            offsets[i] = random.nextDouble();
        }
        double[] states = new double[factors.length + CHANNELS];
        DiagonalMaps maps = new DiagonalMaps(CHANNELS, factors, offsets);
        int threads = Runtime.getRuntime().availableProcessors();
        OrderedUnits units = new OrderedUnits(threads);
        double loop = least(() -> AssociativeScan.sequential(maps, states));
        out.row("wallClock", "diagonalLoop", 1, loop, 1.0);
        row(
                "diagonalChannels",
                threads,
                loop,
                () -> AssociativeScan.byChannel(maps, states, units));
        row(
                "diagonalTime",
                threads,
                loop,
                () -> AssociativeScan.blocked(maps, states, threads + 1, units));
    }
}
