package spaceslab.essay.amed;

import java.util.OptionalInt;
import spaceslab.essay.amed.solver.Schedule;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Violation;

/**
 * What all samplers of a run share.
 *
 * @param start T
 * @param end t_min
 * @param schedule of the stamps
 * @param rho exponent of a common schedule
 * @param firstStep AFS
 * @param lowersFinalOrder whether DPM-Solver++ and UniPC end with order 2 and 1
 * @param scaleBound δ: c_n lies in [1 − δ, 1 + δ]
 * @param fixedR r of {@link SolverChoice#AMED_FIXED}
 * @param timeBound β: α_n of {@link SolverChoice#AMED_TIMED} lies in [1 − β, 1 + β]
 * @param thresholds whether D is cut where a sampler predicts data
 */
record SamplingSettings(
        double start,
        double end,
        ScheduleChoice schedule,
        double rho,
        FirstStep firstStep,
        boolean lowersFinalOrder,
        double scaleBound,
        double fixedR,
        double timeBound,
        boolean thresholds) {
    /** β as the authors have it on CIFAR-10. */
    static final double USUAL_TIME_BOUND = 0.2;

    private static final double NEAREST = 1 - 1e-9;

    /** Refuses ends that do not fall, naming {@code tMin}. */
    static void checkEnds(double start, double end) {
        // nearer ends leave no room for times between them that fall in double precision
        if (end > NEAREST * start) {
            throw new InvalidParameters(
                    new Violation("tMin", "" + end, "range", "t_min < T = " + start));
        }
    }

    /** Refuses evaluations that a sampler cannot make. */
    static void checkEvaluations(
            Iterable<SolverChoice> solvers, FirstStep firstStep, int fewest, int most) {
        for (SolverChoice solver : solvers) {
            boolean reached = false;
            for (int nfe = fewest; nfe <= most; nfe++) {
                reached |= firstStep.steps(solver.evaluationsPerStep(), nfe).isPresent();
            }
            if (!reached) {
                String reachable = firstStep == FirstStep.ALWAYS ? "1, 3, 5, …" : "2, 4, 6, …";
                throw new InvalidParameters(
                        new Violation(
                                fewest == most ? "nfe" : "mostNfe",
                                "" + most,
                                "range",
                                reachable + " (" + solver.key() + ")"));
            }
        }
    }

    /** Steps of a sampler with {@code nfe} evaluations, if there are such. */
    OptionalInt steps(SolverChoice solver, int nfe) {
        return firstStep.steps(solver.evaluationsPerStep(), nfe);
    }

    /** The stamps of a sampler that does not choose them. */
    double[] stamps(SolverChoice solver, int steps) {
        Schedule common = schedule.common().orElse(solver.ownSchedule());
        double exponent = schedule == ScheduleChoice.EACH_OWN ? solver.ownRho() : rho;
        return common.stamps(start, end, exponent, steps);
    }
}
