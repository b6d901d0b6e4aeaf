package spaceslab.essay.nonlinearrnn;

import spaceslab.experiment.StopSignal;

/**
 * Sweeps until a rule is met, the cap is reached or an entry overflows, measured against the truth.
 *
 * @param problem to solve
 * @param truth its sequential trajectory in the same precision
 * @param clip after each sweep
 * @param rule and
 * @param tolerance when to stop
 * @param mostSweeps the cap
 */
record SweepRun(
        RecurrentProblem problem,
        double[] truth,
        Clip clip,
        StoppingRule rule,
        double tolerance,
        int mostSweeps) {

    /** How a run ended. */
    enum Ending {
        CONVERGED,
        CAPPED,
        DIVERGED
    }

    /**
     * What a run did.
     *
     * @param sweeps done; of a diverged run, the sweep that overflowed
     * @param ending how it ended
     * @param peak largest finite |entry| of any iterate
     * @param error last max |x − truth|
     */
    record Outcome(int sweeps, Ending ending, double peak, double error) {}

    /** Sees every iterate, the guess as number 0. The array changes afterwards. */
    @FunctionalInterface
    interface Watcher {
        void iterate(int sweep, double[] states, double error, double step);
    }

    Outcome run(Sweep sweep, double[] guess, Watcher watcher, StopSignal stop) {
        double[] old = guess.clone();
        double[] next = new double[old.length];
        double peak = peak(old);
        double error = RecurrentProblem.distance(old, truth);
        watcher.iterate(0, old, error, Double.NaN);
        for (int n = 1; n <= mostSweeps; n++) {
            stop.check();
            sweep.sweep(old, next);
            clip.apply(next, problem.cell().stateSize(), problem.cell().boundedStates());
            double largest = peak(next);
            if (!Double.isFinite(largest)) {
                return new Outcome(n, Ending.DIVERGED, peak, error);
            }
            peak = Math.max(peak, largest);
            error = RecurrentProblem.distance(next, truth);
            double step = RecurrentProblem.distance(next, old);
            watcher.iterate(n, next, error, step);
            if (converged(old, next, error, step)) {
                return new Outcome(n, Ending.CONVERGED, peak, error);
            }
            double[] swap = old;
            old = next;
            next = swap;
        }
        return new Outcome(mostSweeps, Ending.CAPPED, peak, error);
    }

    private boolean converged(double[] old, double[] next, double error, double step) {
        return switch (rule) {
            case ERROR -> error <= tolerance;
            case STEP -> step <= tolerance;
            case MIXED -> StoppingRule.mixed(old, next, tolerance);
            case RESIDUAL -> problem.residual(next) <= tolerance;
        };
    }

    /** Largest |entry|; infinite if any entry is infinite or not a number. */
    private static double peak(double[] states) {
        double largest = 0;
        for (double x : states) {
            double size = Math.abs(x);
            if (!(size <= largest)) {
                largest = Double.isNaN(size) ? Double.POSITIVE_INFINITY : size;
            }
        }
        return largest;
    }
}
