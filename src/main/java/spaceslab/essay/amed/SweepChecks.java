package spaceslab.essay.amed;

import static spaceslab.experiment.Effect.above;
import static spaceslab.experiment.Effect.atLeast;
import static spaceslab.experiment.Effect.atMost;
import static spaceslab.experiment.Effect.below;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import spaceslab.experiment.Effect;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.ResultRow;
import spaceslab.experiment.Sample;

/** What a sweep over samplers says; errors are compared within a run, on the same noises. */
final class SweepChecks {
    /** The number of evaluations that the essay argues with. */
    static final int FEW = 5;

    private static final String EULER = SolverChoice.EULER.key();
    private static final String HEUN = SolverChoice.HEUN.key();
    private static final String DPM = SolverChoice.DPM_SOLVER2.key();
    private static final String AMED = SolverChoice.AMED.key();
    private static final String ORACLE = SolverChoice.AMED_ORACLE.key();

    /** Samplers of order 2, in the order of the text's figures. */
    private static final List<SolverChoice> SECOND =
            List.of(
                    SolverChoice.HEUN,
                    SolverChoice.DPM_SOLVER2,
                    SolverChoice.MIDPOINT,
                    SolverChoice.IPNDM2,
                    SolverChoice.DPM_PP2M,
                    SolverChoice.UNI_PC2);

    /** A gain worth a fit of its own, in %. */
    private static final double NOTICEABLE = 5;

    /** Evaluations at which best middles and one middle are compared. */
    private static final int[] COMPARED = {3, 5, 7, 9};

    private SweepChecks() {}

    /** Each sampler of order 2 is a condition. */
    static Sample secondOrder(NamedResult r) {
        Stream<Object> errors = SECOND.stream().map(solver -> error(r, solver.key(), FEW));
        return Sample.of(
                        SECOND.stream()
                                .map(solver -> aboveEuler(r, solver.key()))
                                .toArray(Effect[]::new))
                .figures(Stream.concat(Stream.of(error(r, EULER, FEW)), errors).toArray());
    }

    /** Heun and DPM-Solver-2, by distance and by images reached. */
    static Sample secondOrderImages(NamedResult r) {
        return Sample.of(
                        aboveEuler(r, HEUN),
                        aboveEuler(r, DPM),
                        fewerReached(r, HEUN),
                        fewerReached(r, DPM))
                .figures(
                        error(r, EULER, FEW),
                        error(r, HEUN, FEW),
                        error(r, DPM, FEW),
                        reached(r, EULER),
                        reached(r, HEUN),
                        reached(r, DPM));
    }

    /** AMED against the best sampler of the run for which nothing is fitted. */
    static Sample amedFirst(NamedResult r) {
        ResultRow best = best(r, SolverChoice::isUntrained);
        double amed = error(r, AMED, FEW);
        return Sample.of(below("ofBestUntrained", 100 * amed / best.number("error"), 100))
                .figures(amed, choice(best).title(), best.number("error"));
    }

    /** The best multistep sampler against the best of all others, AMED among them. */
    static Sample multistepFirst(NamedResult r) {
        ResultRow multistep = best(r, SweepChecks::isMultistep);
        ResultRow other = best(r, solver -> !isMultistep(solver));
        double error = multistep.number("error");
        return Sample.of(below("multistepOfOthers", 100 * error / other.number("error"), 100))
                .figures(
                        choice(multistep).title(),
                        error,
                        choice(other).title(),
                        other.number("error"),
                        error(r, AMED, FEW));
    }

    static Sample timeScale(NamedResult r) {
        double plain = error(r, AMED, FEW);
        double timed = error(r, SolverChoice.AMED_TIMED.key(), FEW);
        return Sample.of(atLeast("timeScaleLowers", 100 * (1 - timed / plain), NOTICEABLE))
                .figures(plain, timed);
    }

    /** Each number of evaluations is a condition. */
    static Sample bestSteps(NamedResult r) {
        return Sample.of(
                        Arrays.stream(COMPARED)
                                .mapToObj(nfe ->
                                        atMost(
                                                "bestStepsAbove" + nfe,
                                                excess(error(r, ORACLE, nfe), error(r, AMED, nfe)),
                                                0))
                                .toArray(Effect[]::new))
                .figures(
                        IntStream.of(COMPARED[0], COMPARED[COMPARED.length - 1])
                                .boxed()
                                .flatMap(nfe ->
                                        Stream.<Object>of(
                                                nfe, error(r, AMED, nfe), error(r, ORACLE, nfe)))
                                .toArray());
    }

    private static Effect aboveEuler(NamedResult r, String solver) {
        return above(solver + "AboveEuler", excess(error(r, solver, FEW), error(r, EULER, FEW)), 0);
    }

    private static Effect fewerReached(NamedResult r, String solver) {
        return above(solver + "FewerReached", reached(r, EULER) - reached(r, solver), 0);
    }

    /** How far above the other, in % of it. */
    private static double excess(double error, double other) {
        return 100 * (error / other - 1);
    }

    private static boolean isMultistep(SolverChoice solver) {
        return switch (solver) {
            case IPNDM2, IPNDM3, IPNDM4, IPNDM_V4, DEIS_TAB3 -> true;
            case DPM_PP2M, DPM_PP3M, UNI_PC2, UNI_PC3 -> true;
            default -> false;
        };
    }

    /** Of least error at {@link #FEW} evaluations. */
    private static ResultRow best(NamedResult r, Predicate<SolverChoice> among) {
        return r.table("errors").where("nfe", FEW).rows().stream()
                .filter(row -> among.test(choice(row)))
                .min(Comparator.comparingDouble(row -> row.number("error")))
                .orElseThrow();
    }

    private static SolverChoice choice(ResultRow row) {
        return Arrays.stream(SolverChoice.values())
                .filter(solver -> row.has("solver", solver.key()))
                .findFirst()
                .orElseThrow();
    }

    private static double error(NamedResult r, String solver, int nfe) {
        return at(r, solver, nfe).number("error");
    }

    /** Samples that end at the right image, in %. */
    private static double reached(NamedResult r, String solver) {
        return 100 * at(r, solver, FEW).number("agreement");
    }

    private static ResultRow at(NamedResult r, String solver, int nfe) {
        return r.table("errors").where("nfe", nfe).row("solver", solver);
    }
}
