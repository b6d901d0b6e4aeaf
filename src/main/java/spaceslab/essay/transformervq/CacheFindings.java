package spaceslab.essay.transformervq;

import static spaceslab.experiment.Effect.above;
import static spaceslab.experiment.Effect.atMost;

import java.util.List;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Finding;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.Sample;

/** What the cache forgets. */
final class CacheFindings {
    private CacheFindings() {}

    static List<Finding<?>> of(CacheExperiment cache) {
        return List.of(
                Claim.ofEssay("farIsAMultiset", cache).holds(CacheFindings::unchanged),
                Claim.ofEssay("bitForBitWithAnyValues", cache)
                        .with("values", "normal")
                        .doesNotHold(CacheFindings::unchanged),
                Claim.ofEssay("biasSeparates", cache).holds(CacheFindings::separated));
    }

    private static Sample unchanged(NamedResult r) {
        double largest = r.number("largestLater");
        return Sample.of(atMost("largestLater", largest, 0))
                .figures(
                        r.value("permuted"),
                        r.value("changedLater"),
                        largest,
                        r.value("changedNear"));
    }

    /** Without a bias near weighs as far does, up to a quarter; with one half more at least. */
    private static Sample separated(NamedResult r) {
        double bias = r.number("nearOverFarBias");
        double none = r.number("nearOverFarNone");
        return Sample.of(
                        atMost("evenWithoutBias", Math.abs(none - 1), 0.25),
                        above("nearOverFarBias", bias, 1.5))
                .figures(bias, none);
    }
}
