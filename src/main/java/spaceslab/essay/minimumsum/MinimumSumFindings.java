package spaceslab.essay.minimumsum;

import static spaceslab.essay.minimumsum.MinimumSumAlgorithm.GUESS;
import static spaceslab.essay.minimumsum.MinimumSumAlgorithm.PARITY;
import static spaceslab.essay.minimumsum.MinimumSumAlgorithm.PRUNED;
import static spaceslab.essay.minimumsum.MinimumSumAlgorithm.SQRT;
import static spaceslab.essay.minimumsum.MinimumSumAlgorithm.SQRT_CLOSED;
import static spaceslab.essay.minimumsum.MinimumSumAlgorithm.SUM_DIFFERENCE;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** The claims of the essay and ours, each computed from a run. */
final class MinimumSumFindings {
    private static final double SIXTH = 1.0 / 6;
    private static final double FOURTH = 1.0 / 4;

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
                ofNumber("guessMisses130", 130, MinimumSumFindings::guessAt130),
                ofScan(
                        "guessHalfRight",
                        Source.OURS,
                        Status.HOLDS,
                        upTo(100, GUESS),
                        0.01,
                        (r, t) -> share(r, 0.54, t)),
                ofScan(
                        "guessRarelyRight",
                        Source.OURS,
                        Status.HOLDS,
                        upTo(20_000, GUESS),
                        0.01,
                        (r, t) -> share(r, 0.092, t)),
                ofScan(
                        "halfOpenInterval",
                        Source.ESSAY,
                        Status.DOES_NOT_HOLD,
                        upTo(20_000, SQRT),
                        0,
                        (r, t) -> neverMissed(r, "sqrt")),
                ofScan(
                        "closedInterval",
                        Source.OURS,
                        Status.HOLDS,
                        upTo(20_000, SQRT_CLOSED),
                        0,
                        (r, t) -> missesOnly(r, "sqrtClosed", List.of(1, 2, 3))),
                ofScan(
                        "sumRulesExact",
                        Source.ESSAY,
                        Status.DOES_NOT_HOLD,
                        upTo(20_000, PARITY, SUM_DIFFERENCE),
                        0,
                        (r, t) -> neverMissed(r, "sumDifference")),
                ofNumber("zeroFactorWins", 3, MinimumSumFindings::givingUp),
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
                        MinimumSumFindings::growth),
                ofScan(
                        "sixthRoot",
                        Source.OURS,
                        Status.HOLDS,
                        wide(),
                        0.03,
                        (r, t) ->
                                Measurement.that(
                                        near(r.number("exponent"), SIXTH, t),
                                        r.number("exponent"))),
                ofScan(
                        "lawOfExcess",
                        Source.OURS,
                        Status.HOLDS,
                        wide(),
                        0.03,
                        (r, t) ->
                                Measurement.that(
                                        near(r.number("ratioMean"), Excess.mean(), t),
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
                                        near(r.number("ratioMean"), FIRST_SUCCESS, t),
                                        r.number("ratioMean"),
                                        FIRST_SUCCESS)),
                ofNumber("tiesAtTen", 10, MinimumSumFindings::tiesAtTen),
                ofScan(
                        "tiesAreCommon",
                        Source.OURS,
                        Status.HOLDS,
                        upTo(20_000, PRUNED),
                        0.01,
                        (r, t) ->
                                Measurement.that(
                                        near(r.number("tieShare"), 0.1255, t),
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

    private static boolean near(double measured, double expected, double tolerance) {
        return Math.abs(measured - expected) <= tolerance * expected;
    }

    private static Measurement guessAt130(RunResult run, double tolerance) {
        Object guessed = run.table("algorithms").getFirst().get(1);
        boolean holds =
                run.number("S") == 23
                        && run.number("a") == 10
                        && run.number("b") == 13
                        && guessed.equals(BigInteger.valueOf(31));
        return Measurement.that(holds, run.value("S"), guessed);
    }

    private static Measurement share(RunResult run, double expected, double tolerance) {
        double share = run.number("share.guess");
        return Measurement.that(near(share, expected, tolerance), 100 * share);
    }

    private static Measurement neverMissed(RunResult run, String algorithm) {
        return Measurement.that(
                run.number("missed." + algorithm) == 0,
                run.value("missed." + algorithm),
                run.value("samples"),
                String.join(", ", misses(run, algorithm).stream().limit(10).toList()));
    }

    private static Measurement missesOnly(RunResult run, String algorithm, List<Integer> numbers) {
        List<String> expected = numbers.stream().map(String::valueOf).toList();
        List<String> missed = misses(run, algorithm);
        return Measurement.that(
                missed.equals(expected) && run.number("missed." + algorithm) == missed.size(),
                String.join(", ", missed),
                run.value("samples"));
    }

    private static List<String> misses(RunResult run, String algorithm) {
        return run.table("misses").stream()
                .filter(row -> row.getFirst().equals(algorithm))
                .map(row -> row.get(1).toString())
                .collect(Collectors.toList());
    }

    /** At N = 3 the optimum is (0, 0, N) and the essay's two rules give N + 1. */
    private static Measurement givingUp(RunResult run, double tolerance) {
        Object parity = run.table("algorithms").get(2).get(1);
        Object sumDifference = run.table("algorithms").get(3).get(1);
        BigInteger next = BigInteger.valueOf(4);
        boolean holds =
                run.number("S") == 3
                        && run.number("c") == 3
                        && parity.equals(next)
                        && sumDifference.equals(next);
        return Measurement.that(holds, run.value("S"), parity);
    }

    private static Measurement growth(RunResult run, double tolerance) {
        double exponent = run.number("exponent");
        if (run.number("boundShare") > 1) {
            return Measurement.of(Status.DOES_NOT_HOLD, exponent, 100 * run.number("boundShare"));
        }
        return Measurement.of(
                near(exponent, FOURTH, tolerance) ? Status.HOLDS : Status.DEPENDS_ON,
                exponent,
                100 * run.number("boundShare"));
    }

    private static Measurement tiesAtTen(RunResult run, double tolerance) {
        List<String> optima =
                run.table("optima").stream()
                        .map(row -> "(" + row.get(0) + ", " + row.get(1) + ", " + row.get(2) + ")")
                        .toList();
        return Measurement.that(
                optima.equals(List.of("(2, 5, 0)", "(3, 3, 1)")),
                run.value("S"),
                String.join(", ", optima));
    }
}
