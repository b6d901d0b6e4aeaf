package spaceslab.essay.amed.meanvalue;

import static spaceslab.experiment.Effect.above;
import static spaceslab.experiment.Effect.atMost;

import java.util.List;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Finding;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.ResultRow;
import spaceslab.experiment.Sample;

/** What holds of the mean value theorem for vectors, and what does not. */
public final class MeanValueFindings {
    /** A gap that counts as none, in % of the chord. */
    private static final double GAP = 1e-4;

    /** An angle that counts as none, in degrees. */
    private static final double ANGLE = 1e-4;

    /** r this near to ½ is the geometric mean; ten times as far away it is not. */
    private static final double NEAR_HALF = 0.01;

    /** An error that counts as none. */
    private static final double EXACT = 1e-9;

    private MeanValueFindings() {}

    public static List<Finding<?>> of(ChordExperiment chord, MeanValueExperiment meanValue) {
        return List.of(
                Claim.ours("vectorMeanValue", chord).doesNotHold(MeanValueFindings::equality),
                Claim.ofEssay("directionInThePlane", chord).holds(MeanValueFindings::direction),
                Claim.ours("directionInSpace", chord)
                        .with("curve", "helix")
                        .doesNotHold(MeanValueFindings::direction),
                Claim.ours("geometricMeanEarly", meanValue).holds(MeanValueFindings::early),
                Claim.ours("oneMiddleOneVariance", meanValue).holds(MeanValueFindings::exactly),
                Claim.ours("oneMiddleTwoVariances", meanValue)
                        .doesNotHold(MeanValueFindings::jointly));
    }

    private static Sample equality(NamedResult r) {
        double gap = 100 * r.number("leastGap");
        return Sample.of(atMost("leastGap", gap, GAP)).figures(gap);
    }

    /** Whether some slope is parallel to the chord; then what is missing is only a length. */
    private static Sample direction(NamedResult r) {
        double angle = r.number("leastAngle");
        return Sample.of(atMost("leastAngle", angle, ANGLE))
                .figures(angle, r.number("scaleAtLeastAngle"));
    }

    /** r in the first and in the last step of the schedule. */
    private static Sample early(NamedResult r) {
        List<ResultRow> steps = r.table("steps").rows();
        double first = steps.getFirst().number("meanR");
        double last = steps.getLast().number("meanR");
        return Sample.of(
                        atMost("firstFromHalf", Math.abs(first - 0.5), NEAR_HALF),
                        above("lastFromHalf", Math.abs(last - 0.5), 10 * NEAR_HALF))
                .figures(first, last);
    }

    private static Sample exactly(NamedResult r) {
        double error = r.number("errorAtRoot");
        return Sample.of(atMost("errorAtRoot", error, EXACT))
                .figures(r.number("rootR"), error, r.number("errorDpm"));
    }

    private static Sample jointly(NamedResult r) {
        double error = r.number("bestJointError");
        return Sample.of(atMost("jointError", error, EXACT)).figures(r.number("bestJointR"), error);
    }
}
