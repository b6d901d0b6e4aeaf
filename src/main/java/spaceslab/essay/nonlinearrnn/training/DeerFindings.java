package spaceslab.essay.nonlinearrnn.training;

import static spaceslab.experiment.Effect.atLeast;
import static spaceslab.experiment.Effect.atMost;
import static spaceslab.experiment.Effect.below;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Finding;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.Sample;

/** The claims about training by DEER, each decided from runs. */
public final class DeerFindings {
    private static final Map<String, String> FEW_EXAMPLES = Map.of("examples", "64", "epochs", "6");

    /** Seeds where about one training in ten saves a little less than an iteration. */
    private static final int MORE_SEEDS = 20;

    private DeerFindings() {}

    /** All of them. */
    public static List<Finding<?>> of(TrainingExperiment training) {
        return List.of(
                Claim.ofPaper("deerSameCurve", training)
                        .with(FEW_EXAMPLES)
                        .holds(DeerFindings::sameCurve),
                Claim.ofPaper("warmStartSaves", training)
                        .with(FEW_EXAMPLES)
                        .seeds(MORE_SEEDS)
                        .holds(DeerFindings::warmStart),
                Claim.ours("deerLearns", training).heavy().holds(DeerFindings::learns));
    }

    private static Sample sameCurve(NamedResult r) {
        double difference = r.number("largestDifference");
        double bound = r.number("differenceBound");
        double gradients = r.number("largestGradientDifference");
        return Sample.of(
                        atMost("lossesDiffer", difference, bound),
                        below("gradientsDiffer", gradients, 1e-6))
                .figures(difference, bound, gradients);
    }

    private static Sample warmStart(NamedResult r) {
        double warm = r.number("iterationsLast");
        double cold = r.number("iterationsLastCold");
        return Sample.of(atLeast("iterationsSaved", cold - warm, 1)).figures(warm, cold);
    }

    private static Sample learns(NamedResult r) {
        double loss = r.number("testLossDeer");
        double baseline = r.number("baseline");
        return Sample.of(below("lossOfBaseline", 100 * loss / baseline, 10))
                .figures(loss, baseline, 100 * r.number("rightDeer"));
    }
}
