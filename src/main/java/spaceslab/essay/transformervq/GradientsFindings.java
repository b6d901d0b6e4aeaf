package spaceslab.essay.transformervq;

import static spaceslab.experiment.Effect.atLeast;

import java.util.List;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Finding;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.Sample;

/** What stopping a gradient costs. */
final class GradientsFindings {
    private static final int SEEDS = 30;
    private static final String TWO_BLOCKS = "cosineTwoBlocks";

    /** About 26° between both gradients. */
    private static final double NEARLY_ALL = 0.9;

    private GradientsFindings() {}

    static List<Finding<?>> of(GradientsExperiment gradients) {
        return List.of(
                Claim.ours("twoBlocksNearlyAll", gradients)
                        .with("tokens", "128")
                        .seeds(SEEDS)
                        .doesNotHold(r -> cosine(r, TWO_BLOCKS)),
                Claim.ours("twoBlocksUnderBias", gradients)
                        .with("tokens", "128")
                        .with("height", "4")
                        .seeds(SEEDS)
                        .holds(r -> cosine(r, TWO_BLOCKS)),
                Claim.ours("oneBlockNearlyAll", gradients)
                        .seeds(SEEDS)
                        .doesNotHold(r -> cosine(r, "cosineOneBlock")),
                Claim.ours("twoBlocksWithoutBias", gradients)
                        .with("tokens", "128")
                        .with("block", "8")
                        .with("height", "0")
                        .seeds(SEEDS)
                        .doesNotHold(r -> cosine(r, TWO_BLOCKS)));
    }

    private static Sample cosine(NamedResult r, String value) {
        double cosine = r.number(value);
        return Sample.of(atLeast(value, cosine, NEARLY_ALL))
                .figures(cosine, 100 * r.number("oldShare"));
    }
}
