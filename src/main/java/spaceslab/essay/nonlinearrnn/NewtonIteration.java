package spaceslab.essay.nonlinearrnn;

import spaceslab.experiment.StopSignal;
import spaceslab.numerics.DenseMaps;
import spaceslab.numerics.OrderedUnits;
import spaceslab.numerics.ScanCost;

/**
 * Newton's method on the whole trajectory (DEER, arXiv 2309.12252): all Jacobians at the last
 * iterate, then one scan of affine maps. Error squared from sweep to sweep near the solution; exact
 * after T sweeps at the latest. Work T(2 d³ + 3 d²) and depth 1 + 2⌈log₂ T⌉ a sweep with the tree.
 *
 * @param form of the scan
 * @param units threads
 * @param tolerance largest change of any state in the last sweep
 * @param mostSweeps gives up after these
 */
public record NewtonIteration(ScanForm form, OrderedUnits units, double tolerance, int mostSweeps) {

    /**
     * What the iteration ended with.
     *
     * @param states (T + 1) × d
     * @param sweeps done
     * @param converged whether the last change was within the tolerance
     * @param lastStep the last change
     * @param cost of all scans
     */
    public record Solution(
            double[] states, int sweeps, boolean converged, double lastStep, ScanCost cost) {}

    /**
     * Solves from a first guess.
     *
     * @param guess (T + 1) × d, not changed; {@link RecurrentProblem#oneStep} or the trajectory of
     *     the last epoch are good ones
     */
    public Solution solve(RecurrentProblem problem, double[] guess, StopSignal stop) {
        int d = problem.cell().stateSize();
        double[] old = guess;
        ScanCost cost = new ScanCost(0, 0, 0);
        double step = Double.POSITIVE_INFINITY;
        int sweeps = 0;
        while (sweeps < mostSweeps && step > tolerance) {
            stop.check();
            LinearisedSequence sequence = LinearisedSequence.of(problem, old, units, stop);
            double[] next = problem.zeros();
            DenseMaps maps = new DenseMaps(d, sequence.jacobians(), sequence.offsets(old));
            cost = cost.plus(form.solve(maps, next, units));
            step = RecurrentProblem.distance(next, old);
            sweeps++;
            old = next;
        }
        return new Solution(old, sweeps, step <= tolerance, step, cost);
    }
}
