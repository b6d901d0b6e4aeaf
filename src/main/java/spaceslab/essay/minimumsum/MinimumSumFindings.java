package spaceslab.essay.minimumsum;

import static spaceslab.essay.minimumsum.MinimumSumAlgorithm.GUESS;
import static spaceslab.essay.minimumsum.MinimumSumAlgorithm.PARITY;
import static spaceslab.essay.minimumsum.MinimumSumAlgorithm.PRUNED;
import static spaceslab.essay.minimumsum.MinimumSumAlgorithm.SQRT;
import static spaceslab.essay.minimumsum.MinimumSumAlgorithm.SQRT_CLOSED;
import static spaceslab.essay.minimumsum.MinimumSumAlgorithm.SUM_DIFFERENCE;

import java.math.BigInteger;
import java.util.List;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;

/** The claims of the essay and ours, each computed from a run. */
final class MinimumSumFindings {
    private static final double SIXTH = 1.0 / 6;

    /** The crude form of the heuristic: the first success at δ = (3/2)^2/3 N^1/6. */
    private static final double FIRST_SUCCESS = Math.pow(1.5, 2.0 / 3);

    private final SolveExperiment solve;
    private final ScanExperiment scan;

    MinimumSumFindings(SolveExperiment solve, ScanExperiment scan) {
        this.solve = solve;
        this.scan = scan;
    }

    List<Finding<?>> all() {
        return List.of(
                ofNumber("guessMisses130", 130, FindingChecks::guessAt130),
                ofScan(
                        "guessHalfRight",
                        Source.OURS,
                        Status.HOLDS,
                        upTo(100, GUESS),
                        0.01,
                        (r, t) -> FindingChecks.share(r, 0.54, t)),
                ofScan(
                        "guessRarelyRight",
                        Source.OURS,
                        Status.HOLDS,
                        upTo(20_000, GUESS),
                        0.01,
                        (r, t) -> FindingChecks.share(r, 0.092, t)),
                ofScan(
                        "halfOpenInterval",
                        Source.ESSAY,
                        Status.DOES_NOT_HOLD,
                        upTo(20_000, SQRT),
                        0,
                        (r, t) -> FindingChecks.neverMissed(r, "sqrt")),
                ofScan(
                        "closedInterval",
                        Source.OURS,
                        Status.HOLDS,
                        upTo(20_000, SQRT_CLOSED),
                        0,
                        (r, t) -> FindingChecks.missesOnly(r, "sqrtClosed", List.of(1, 2, 3))),
                ofScan(
                        "sumRulesExact",
                        Source.ESSAY,
                        Status.DOES_NOT_HOLD,
                        upTo(20_000, PARITY, SUM_DIFFERENCE),
                        0,
                        (r, t) -> FindingChecks.sumRules(r)),
                ofNumber("zeroFactorWins", 3, FindingChecks::givingUp),
                ofScan(
                        "upperBound",
                        Source.ESSAY,
                        Status.HOLDS,
                        upTo(20_000, SUM_DIFFERENCE),
                        0,
                        (r, t) ->
                                Measurement.that(
                                        r.number("boundShare") <= 1, 100 * r.number("boundShare"))),
                ofScan(
                        "quarterRoot",
                        Source.ESSAY,
                        Status.DEPENDS_ON,
                        wide(),
                        0.1,
                        FindingChecks::growth),
                ofScan(
                        "sixthRoot",
                        Source.OURS,
                        Status.HOLDS,
                        wide(),
                        0.03,
                        (r, t) ->
                                Measurement.that(
                                        FindingChecks.near(r.number("exponent"), SIXTH, t),
                                        r.number("exponent"))),
                ofScan(
                        "lawOfExcess",
                        Source.OURS,
                        Status.HOLDS,
                        wide(),
                        0.03,
                        (r, t) ->
                                Measurement.that(
                                        FindingChecks.near(r.number("ratioMean"), Excess.mean(), t),
                                        r.number("ratioMean"),
                                        r.number("ratioError"),
                                        Excess.mean())),
                ofScan(
                        "firstSuccess",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        wide(),
                        0.05,
                        (r, t) ->
                                Measurement.that(
                                        FindingChecks.near(r.number("ratioMean"), FIRST_SUCCESS, t),
                                        r.number("ratioMean"),
                                        FIRST_SUCCESS)),
                ofNumber("tiesAtTen", 10, FindingChecks::tiesAtTen),
                ofScan(
                        "tiesAreCommon",
                        Source.OURS,
                        Status.HOLDS,
                        upTo(20_000, PRUNED),
                        0.01,
                        (r, t) ->
                                Measurement.that(
                                        FindingChecks.near(r.number("tieShare"), 0.1255, t),
                                        100 * r.number("tieShare"))));
    }

    private Finding<SolveParameters> ofNumber(String id, long n, Finding.Check check) {
        SolveParameters parameters =
                new SolveParameters(
                        BigInteger.valueOf(n),
                        List.of(GUESS, SQRT, PARITY, SUM_DIFFERENCE, PRUNED),
                        6);
        return new Finding<>(id, Source.OURS, Status.HOLDS, solve, parameters, 0, true, check);
    }

    private Finding<ScanParameters> ofScan(
            String id,
            Source source,
            Status expected,
            ScanParameters parameters,
            double tolerance,
            Finding.Check check) {
        return new Finding<>(id, source, expected, scan, parameters, tolerance, true, check);
    }

    /** Every N from 1 to {@code last}. */
    private static ScanParameters upTo(long last, MinimumSumAlgorithm... algorithms) {
        return new ScanParameters(
                BigInteger.ONE,
                BigInteger.valueOf(last),
                ScanMode.STRIDE,
                1,
                40,
                1,
                List.of(algorithms));
    }

    /** 200 random N in each decade from 10⁸ to 10²⁶, seed 1. */
    private static ScanParameters wide() {
        return new ScanParameters(
                BigInteger.TEN.pow(8),
                BigInteger.TEN.pow(26),
                ScanMode.RANDOM,
                1,
                200,
                1,
                List.of(PRUNED));
    }
}
