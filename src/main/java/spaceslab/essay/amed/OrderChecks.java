package spaceslab.essay.amed;

import static spaceslab.experiment.Effect.above;
import static spaceslab.experiment.Effect.atMost;
import static spaceslab.experiment.Effect.below;

import spaceslab.experiment.Effect;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.Sample;

/** What fitted orders say. */
final class OrderChecks {
    /** A fitted order within this of a whole number is taken for it. */
    private static final double NEAR = 0.25;

    private OrderChecks() {}

    /** UniPC-3 has the higher order by more than one; with few steps its error is larger. */
    static Sample orderIsNotAccuracy(NamedResult r) {
        double lower = order(r, SolverChoice.IPNDM4);
        double higher = order(r, SolverChoice.UNI_PC3);
        double error = coarsest(r, SolverChoice.IPNDM4);
        double other = coarsest(r, SolverChoice.UNI_PC3);
        return Sample.of(
                        above("orderAhead", higher - lower, 1),
                        below("errorOfHigherOrder", 100 * error / other, 100))
                .figures(lower, higher, error, other);
    }

    static Sample midpointIsSecond(NamedResult r) {
        double order = order(r, SolverChoice.MIDPOINT);
        return Sample.of(near("orderFromTwo", order, 2)).figures(order);
    }

    static Sample fixedMiddle(NamedResult r) {
        double fixed = order(r, SolverChoice.AMED_FIXED);
        double half = order(r, SolverChoice.DPM_SOLVER2);
        return Sample.of(near("fixedFromOne", fixed, 1), near("halfFromTwo", half, 2))
                .figures(fixed, half);
    }

    /** On an exact start weights of the true steps give order 4, those of equal steps 2. */
    static Sample trueWeights(NamedResult r) {
        double exact = order(r, SolverChoice.IPNDM_V4);
        double even = order(r, SolverChoice.IPNDM4);
        return Sample.of(near("trueFromFour", exact, 4), near("evenFromTwo", even, 2))
                .figures(exact, even);
    }

    static Sample thirdOrder(NamedResult r) {
        double order = order(r, SolverChoice.DPM_PP3M);
        return Sample.of(near("orderFromThree", order, 3)).figures(order);
    }

    private static Effect near(String name, double order, int whole) {
        return atMost(name, Math.abs(order - whole), NEAR);
    }

    private static double order(NamedResult r, SolverChoice solver) {
        return r.number("fittedOrder." + solver.key());
    }

    private static double coarsest(NamedResult r, SolverChoice solver) {
        return r.table("orders").row("solver", solver.key()).number("coarsestError");
    }
}
