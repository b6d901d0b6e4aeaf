package spaceslab.essay.transformervq;

import static spaceslab.experiment.Effect.atLeast;
import static spaceslab.experiment.Effect.atMost;

import java.util.List;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Finding;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.Sample;

/** What the clock says, on one idle machine: times depend on it and not on the seed. */
final class CostFindings {
    private static final int EARLY = 4096;

    private CostFindings() {}

    static List<Finding<?>> of(CostExperiment cost) {
        return List.of(
                Claim.ofPaper("beatsFused", cost).whateverSeed().heavy().holds(CostFindings::gain),
                Claim.ofEssay("slopes", cost).whateverSeed().heavy().holds(CostFindings::slopes),
                Claim.ours("beatsFusedFromFourThousand", cost)
                        .whateverSeed()
                        .heavy()
                        .holds(CostFindings::early),
                Claim.ours("stateAgainstRetNet", cost)
                        .whateverSeed()
                        .heavy()
                        .doesNotHold(CostFindings::state));
    }

    /** At the longest length that both are timed at. */
    private static Sample gain(NamedResult r) {
        double gain = r.number("gainOverFused");
        return Sample.of(atLeast("gainOverFused", gain, 4)).figures(gain, r.value("gainLength"));
    }

    private static Sample slopes(NamedResult r) {
        double linear = r.number("slopeLinear");
        double quadratic = r.number("slopeQuadratic");
        return Sample.of(
                        atMost("linearFromOne", Math.abs(linear - 1), 0.3),
                        atMost("quadraticFromTwo", Math.abs(quadratic - 2), 0.3))
                .figures(linear, quadratic);
    }

    /** Whether fused attention is slower at every n from 4,096 on at which it was timed. */
    private static Sample early(NamedResult r) {
        double least =
                r.table("times").rows().stream()
                        .filter(row -> row.integer("length") >= EARLY)
                        .filter(row -> row.value("fusedOverLinear") instanceof Number)
                        .mapToDouble(row -> row.number("fusedOverLinear"))
                        .min()
                        .orElse(0);
        return Sample.of(atLeast("leastGainOverFused", least, 1)).figures(least);
    }

    /** Whether what is carried, c(d_v + 1) and the window's, is no larger than RetNet's d_k². */
    private static Sample state(NamedResult r) {
        int carried = numbers(r, "cacheState") + numbers(r, "windowState");
        int retNet = numbers(r, "retNetState");
        double times = (double) carried / retNet;
        return Sample.of(atMost("timesRetNet", times, 1)).figures(carried, retNet, times);
    }

    private static int numbers(NamedResult r, String state) {
        return r.table("states").row("state", state).integer("numbers");
    }
}
