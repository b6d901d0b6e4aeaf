package spaceslab.essay.minimumsum;

import static spaceslab.experiment.Effect.above;
import static spaceslab.experiment.Effect.atMost;
import static spaceslab.experiment.Effect.below;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Effect;
import spaceslab.experiment.Finding;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.ResultRow;
import spaceslab.experiment.Sample;

/** The claims of the essay and ours, each decided from runs. */
final class MinimumSumFindings {
    private static final double FOURTH = 1.0 / 4;
    private static final double SIXTH = 1.0 / 6;

    /** The crude form of the heuristic: the first success at δ = (3/2)^2/3 N^1/6. */
    private static final double FIRST_SUCCESS = Math.pow(1.5, 2.0 / 3);

    /** 200 random N in each decade. */
    private static final Map<String, String> WIDE =
            Map.of(
                    "from", "100000000",
                    "to", "100000000000000000000000000",
                    "perDecade", "200",
                    "algorithms", "pruned");

    private final SolveExperiment solve;
    private final ScanExperiment scan;

    MinimumSumFindings(SolveExperiment solve, ScanExperiment scan) {
        this.solve = solve;
        this.scan = scan;
    }

    List<Finding<?>> all() {
        return List.of(
                Claim.ours("guessMisses130", solve)
                        .with("algorithms", "guess,pruned")
                        .holds(MinimumSumFindings::guessMisses),
                Claim.ours("guessHalfRight", scan)
                        .with(upTo(100, "guess"))
                        .whateverSeed()
                        .holds(r -> right(r, atMost("guessFromHalf", fromHalf(r), 5))),
                Claim.ours("guessRarelyRight", scan)
                        .with(upTo(20_000, "guess"))
                        .whateverSeed()
                        .holds(r -> right(r, below("guessRight", percent(r, "share.guess"), 10))),
                Claim.ofEssay("halfOpenInterval", scan)
                        .with(upTo(20_000, "sqrt"))
                        .whateverSeed()
                        .doesNotHold(r -> neverMissed(r, "sqrt")),
                Claim.ours("closedInterval", scan)
                        .with(upTo(20_000, "sqrtClosed"))
                        .whateverSeed()
                        .holds(MinimumSumFindings::missesThree),
                Claim.ofEssay("sumRulesExact", scan)
                        .with(upTo(20_000, "parity,sumDifference"))
                        .whateverSeed()
                        .doesNotHold(MinimumSumFindings::sumRules),
                Claim.ours("zeroFactorWins", solve)
                        .with("algorithms", "parity,sumDifference,pruned")
                        .over("n", "3", "2", "1")
                        .holds(MinimumSumFindings::givingUp),
                Claim.ofEssay("upperBound", scan)
                        .with(upTo(20_000, "sumDifference"))
                        .whateverSeed()
                        .holds(r -> Sample.of(bound(r)).figures(percent(r, "boundShare"))),
                Claim.ofEssay("quarterRoot", scan)
                        .with(WIDE)
                        .eachCondition()
                        .depends(r ->
                                Sample.of(bound(r), exponent(r, "exponentFromFourth", FOURTH, 0.1))
                                        .figures(r.number("exponent"), percent(r, "boundShare"))),
                Claim.ours("sixthRoot", scan)
                        .with(WIDE)
                        .holds(r ->
                                Sample.of(exponent(r, "exponentFromSixth", SIXTH, 0.03))
                                        .figures(r.number("exponent"))),
                Claim.ours("lawOfExcess", scan)
                        .with(WIDE)
                        .holds(r ->
                                Sample.of(mean(r, "meanFromLaw", Excess.mean(), 0.03))
                                        .figures(
                                                r.number("ratioMean"),
                                                r.number("ratioError"),
                                                Excess.mean())),
                Claim.ours("firstSuccess", scan)
                        .with(WIDE)
                        .doesNotHold(r ->
                                Sample.of(mean(r, "meanFromFirstSuccess", FIRST_SUCCESS, 0.05))
                                        .figures(r.number("ratioMean"), FIRST_SUCCESS)),
                Claim.ours("tiesAtTen", solve).with("n", "10").holds(MinimumSumFindings::ties),
                Claim.ours("tiesAreCommon", scan)
                        .with(upTo(20_000, "pruned"))
                        .whateverSeed()
                        .holds(r ->
                                Sample.of(
                                                atMost(
                                                        "tiesFromEighth",
                                                        Math.abs(percent(r, "tieShare") - 12.5),
                                                        0.5))
                                        .figures(percent(r, "tieShare"))));
    }

    /** Every N from 1 to {@code last}. */
    private static Map<String, String> upTo(int last, String algorithms) {
        return Map.of("to", Integer.toString(last), "mode", "stride", "algorithms", algorithms);
    }

    private static double percent(NamedResult r, String share) {
        return 100 * r.number(share);
    }

    private static double sum(NamedResult r, String algorithm) {
        return r.table("algorithms").row("algorithm", algorithm).number("S");
    }

    private static Sample guessMisses(NamedResult r) {
        double guessed = sum(r, "guess");
        return Sample.of(above("guessAboveLeast", guessed - r.number("S"), 0))
                .figures(r.value("S"), guessed);
    }

    private static double fromHalf(NamedResult r) {
        return Math.abs(percent(r, "share.guess") - 50);
    }

    private static Sample right(NamedResult r, Effect effect) {
        return Sample.of(effect).figures(percent(r, "share.guess"));
    }

    private static List<String> misses(NamedResult r, String algorithm) {
        return r.table("misses").where("algorithm", algorithm).rows().stream()
                .map(row -> row.value("n").toString())
                .toList();
    }

    private static Sample neverMissed(NamedResult r, String algorithm) {
        return Sample.of(atMost("missed", r.number("missed." + algorithm), 0))
                .figures(
                        r.value("missed." + algorithm),
                        r.value("samples"),
                        misses(r, algorithm).stream().limit(10).collect(Collectors.joining(", ")));
    }

    /** Both rules of the sum: holds if neither ever misses; told of the worse. */
    private static Sample sumRules(NamedResult r) {
        boolean parityWorse = r.number("missed.parity") > r.number("missed.sumDifference");
        return neverMissed(r, parityWorse ? "parity" : "sumDifference");
    }

    /** The table of misses is cut, so its length is compared with their number. */
    private static Sample missesThree(NamedResult r) {
        List<String> missed = misses(r, "sqrtClosed");
        Set<String> known = Set.of("1", "2", "3");
        double others = r.number("missed.sqrtClosed") - missed.size();
        others += missed.stream().filter(n -> !known.contains(n)).count();
        return Sample.of(atMost("missedElsewhere", others, 0))
                .figures(String.join(", ", missed), r.value("samples"));
    }

    /** The optimum multiplies nothing, and both rules of the sum find a larger one. */
    private static Sample givingUp(NamedResult r) {
        double ruled = Math.min(sum(r, "parity"), sum(r, "sumDifference"));
        return Sample.of(
                        atMost("multiplied", r.number("a") + r.number("b"), 0),
                        above("rulesAboveLeast", ruled - r.number("S"), 0))
                .figures(
                        r.parameter("n"),
                        r.value("S").toString(),
                        Long.toString(Math.round(ruled)));
    }

    private static Effect bound(NamedResult r) {
        return atMost("boundUsed", percent(r, "boundShare"), 100);
    }

    private static Effect exponent(NamedResult r, String name, double expected, double tolerance) {
        return from(name, r.number("exponent"), expected, tolerance);
    }

    private static Effect mean(NamedResult r, String name, double expected, double tolerance) {
        return from(name, r.number("ratioMean"), expected, tolerance);
    }

    /** How far from what is expected, in percent of it. */
    private static Effect from(String name, double measured, double expected, double tolerance) {
        return atMost(name, 100 * Math.abs(measured / expected - 1), 100 * tolerance);
    }

    private static Sample ties(NamedResult r) {
        List<ResultRow> optima = r.table("optima").rows();
        return Sample.of(above("optima", optima.size(), 1))
                .figures(
                        r.value("S"),
                        optima.stream()
                                .map(o ->
                                        "("
                                                + o.integer("a")
                                                + ", "
                                                + o.integer("b")
                                                + ", "
                                                + o.integer("c")
                                                + ")")
                                .collect(Collectors.joining(", ")));
    }
}
