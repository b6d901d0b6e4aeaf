package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** The checks of {@link MinimumSumFindings}: each decides from a run's result. */
final class FindingChecks {
    private static final double FOURTH = 1.0 / 4;

    private FindingChecks() {}

    static boolean near(double measured, double expected, double tolerance) {
        return Math.abs(measured - expected) <= tolerance * expected;
    }

    static Measurement guessAt130(RunResult run, double tolerance) {
        Object guessed = run.table("algorithms").getFirst().get(1);
        boolean holds =
                run.number("S") == 23
                        && run.number("a") == 10
                        && run.number("b") == 13
                        && guessed.equals(BigInteger.valueOf(31));
        return Measurement.that(holds, run.value("S"), guessed);
    }

    static Measurement share(RunResult run, double expected, double tolerance) {
        double share = run.number("share.guess");
        return Measurement.that(near(share, expected, tolerance), 100 * share);
    }

    static Measurement neverMissed(RunResult run, String algorithm) {
        return Measurement.that(
                run.number("missed." + algorithm) == 0,
                run.value("missed." + algorithm),
                run.value("samples"),
                String.join(", ", misses(run, algorithm).stream().limit(10).toList()));
    }

    /** Both rules of the sum: holds if neither ever misses; the figures are of the worse. */
    static Measurement sumRules(RunResult run) {
        boolean parityWorse = run.number("missed.parity") > run.number("missed.sumDifference");
        return neverMissed(run, parityWorse ? "parity" : "sumDifference");
    }

    static Measurement missesOnly(RunResult run, String algorithm, List<Integer> numbers) {
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
    static Measurement givingUp(RunResult run, double tolerance) {
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

    static Measurement growth(RunResult run, double tolerance) {
        double exponent = run.number("exponent");
        if (run.number("boundShare") > 1) {
            return Measurement.of(Status.DOES_NOT_HOLD, exponent, 100 * run.number("boundShare"));
        }
        return Measurement.of(
                near(exponent, FOURTH, tolerance) ? Status.HOLDS : Status.DEPENDS_ON,
                exponent,
                100 * run.number("boundShare"));
    }

    static Measurement tiesAtTen(RunResult run, double tolerance) {
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
