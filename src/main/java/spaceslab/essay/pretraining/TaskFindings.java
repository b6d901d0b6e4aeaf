package spaceslab.essay.pretraining;

import static spaceslab.experiment.Effect.above;
import static spaceslab.experiment.Effect.atLeast;
import static spaceslab.experiment.Effect.atMost;

import java.util.Arrays;
import java.util.List;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Finding;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.Sample;

/** What the tasks themselves say about published accuracies, without any model. */
final class TaskFindings {
    /** Test expressions of ListOps in Long Range Arena, which published scores are measured on. */
    private static final int PUBLISHED_ON = 2000;

    /** Standard errors that chance alone rarely exceeds. */
    private static final double RARE = 2;

    /** The same for each of ten seeds. */
    private static final double RARE_AMONG_SEEDS = 3;

    /** Quick enough for more than the usual number. */
    private static final int SEEDS = 20;

    private TaskFindings() {}

    static List<Finding<?>> of(ListopsExperiment listops, PathfinderExperiment pathfinder) {
        return List.of(
                Claim.ours("rootOperator", listops)
                        .whateverSeed()
                        .holds(r -> published(r, "transformer", "exactRootOperator")),
                Claim.ours("constantAnswer", listops)
                        .whateverSeed()
                        .holds(r -> published(r, "localAttention", "exactMajority")),
                Claim.ours("uniformLabels", listops)
                        .whateverSeed()
                        .doesNotHold(TaskFindings::uniform),
                Claim.ours("betweenLevels", listops).holds(TaskFindings::between),
                Claim.ours("acceptance", listops).holds(TaskFindings::acceptance),
                Claim.ours("farInSequence", pathfinder).holds(TaskFindings::far),
                Claim.ours("noShortcut", pathfinder)
                        .with("pictures", "400")
                        .seeds(SEEDS)
                        .holds(TaskFindings::shortcut));
    }

    /** A published score and an exact baseline, apart in standard errors of its test set. */
    private static Sample published(NamedResult r, String score, String baseline) {
        double published = r.number(score);
        double exact = r.number(baseline);
        double error = 100 * deviation(exact / 100, PUBLISHED_ON);
        double apart = Math.abs(published - exact) / error;
        return Sample.of(atMost("publishedFromExact", apart, RARE))
                .figures(published, exact, error);
    }

    /** Of a share among so many draws. */
    private static double deviation(double p, double count) {
        return Math.sqrt(p * (1 - p) / count);
    }

    /** Whether every label has its tenth, up to a point. */
    private static Sample uniform(NamedResult r) {
        double[] shares = r.series("exact").y();
        double least = Arrays.stream(shares).min().orElseThrow();
        double most = Arrays.stream(shares).max().orElseThrow();
        return Sample.of(atMost("labelsFromTenth", Math.max(most - 10, 10 - least), 1))
                .figures(least, most);
    }

    private static Sample between(NamedResult r) {
        double one = r.at("read", 1);
        double two = r.at("read", 2);
        double s4 = r.number("s4");
        return Sample.of(above("aboveOneLevel", s4 - one, 0), above("belowTwoLevels", two - s4, 0))
                .figures(s4, one, two);
    }

    private static Sample acceptance(NamedResult r) {
        double exact = r.number("probability");
        double drawn = r.number("accepted");
        double error = deviation(exact, r.number("tries"));
        return Sample.of(
                        atMost("drawnFromExact", Math.abs(drawn - exact) / error, RARE_AMONG_SEEDS))
                .figures(100 * exact, 100 * drawn);
    }

    /** Steps along a contour that leave the next eight positions. */
    private static Sample far(NamedResult r) {
        double outside = 100 - r.number("within8");
        return Sample.of(atLeast("stepsOutside", outside, 80)).figures(outside);
    }

    private static Sample shortcut(NamedResult r) {
        double distance = r.number("byDistance");
        double ink = r.number("byInk");
        double coin = r.number("coinWithin");
        return Sample.of(
                        atMost("distanceOverCoin", distance - 50, coin),
                        atMost("inkOverCoin", ink - 50, coin))
                .figures(distance, ink, coin);
    }
}
