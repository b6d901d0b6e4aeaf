package spaceslab.essay.amed.denoiser;

import static spaceslab.experiment.Effect.atLeast;
import static spaceslab.experiment.Effect.atMost;
import static spaceslab.experiment.Effect.below;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Finding;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.ResultRow;
import spaceslab.experiment.Sample;

/** What is claimed of trained and ideal denoisers. */
public final class DenoiserFindings {
    private static final Map<String, String> RING =
            Map.of("set", "ring", "examples", "200", "hidden", "128");

    /** Of the default, which trains for over a minute. */
    private static final int SEEDS = 3;

    /** The level of noise at which unseen pictures are cleaned, about. */
    private static final double LEVEL = 0.1;

    private DenoiserFindings() {}

    public static List<Finding<?>> of(DenoiserExperiment denoiser) {
        return List.of(
                Claim.ours("idealMemorises", denoiser)
                        .heavy()
                        .seeds(SEEDS)
                        .holds(DenoiserFindings::memorises),
                Claim.ours("trainedIsNew", denoiser)
                        .heavy()
                        .seeds(SEEDS)
                        .holds(DenoiserFindings::isNew),
                Claim.ours("trainedDenoisesUnseen", denoiser)
                        .heavy()
                        .seeds(SEEDS)
                        .holds(DenoiserFindings::denoisesUnseen),
                Claim.ours("newIsNearerToTheDensity", denoiser)
                        .with(RING)
                        .heavy()
                        .doesNotHold(DenoiserFindings::nearerToDensity));
    }

    private static Sample memorises(NamedResult r) {
        double copies = copies(r, "ideal");
        return Sample.of(atLeast("copiesOfIdeal", copies, 95))
                .figures(copies, r.number("idealNearest"), r.number("heldOutNearest"));
    }

    private static Sample isNew(NamedResult r) {
        double copies = copies(r, "trained");
        return Sample.of(atMost("copiesOfTrained", copies, 5))
                .figures(copies, r.number("trainedNearest"), r.number("heldOutNearest"));
    }

    /** The trained denoiser's error on held-out examples is below half of the ideal one's. */
    private static Sample denoisesUnseen(NamedResult r) {
        ResultRow level =
                r.table("levels").rows().stream()
                        .min(
                                Comparator.comparingDouble(
                                        row -> Math.abs(Math.log(row.number("sigma") / LEVEL))))
                        .orElseThrow();
        double trained = level.number("trainedUnseen");
        double ideal = level.number("idealUnseen");
        return Sample.of(below("unseenOfIdeal", 100 * trained / ideal, 50))
                .figures(level.number("sigma"), trained, ideal, level.number("trainedSeen"));
    }

    private static Sample nearerToDensity(NamedResult r) {
        double trained = r.number("trainedSliced");
        double ideal = r.number("idealSliced");
        return Sample.of(below("slicedOfIdeal", 100 * trained / ideal, 100))
                .figures(trained, ideal, copies(r, "trained"));
    }

    /** Samples that are copies of examples, in %. */
    private static double copies(NamedResult r, String source) {
        return 100 * r.table("samples").row("source", source).number("copies");
    }
}
