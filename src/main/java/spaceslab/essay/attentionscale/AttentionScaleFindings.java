package spaceslab.essay.attentionscale;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Finding;

/** The claims about the attention scale, each decided from runs. */
final class AttentionScaleFindings {
    private static final Map<String, String> COSINE = Map.of("distribution", "cosine");

    private final CurveExperiment curve;
    private final SweepExperiment sweep;
    private final SampleExperiment sample;
    private final CausalExperiment causal;
    private final JacobianExperiment jacobian;

    AttentionScaleFindings(
            CurveExperiment curve,
            SweepExperiment sweep,
            SampleExperiment sample,
            CausalExperiment causal,
            JacobianExperiment jacobian) {
        this.curve = curve;
        this.sweep = sweep;
        this.sample = sample;
        this.causal = causal;
        this.jacobian = jacobian;
    }

    List<Finding<?>> all() {
        return List.of(
                Claim.ofEssay("sqrtLogFit", sweep)
                        .holds(r -> AttentionScaleChecks.fit(r, "Sqrt", 0.84)),
                Claim.ofEssay("logFit", sweep)
                        .with(COSINE)
                        .holds(r -> AttentionScaleChecks.fit(r, "Log", 3.5)),
                Claim.ofEssay("optimaRange", sweep).holds(AttentionScaleChecks::range),
                Claim.ours("oneScaleKeeps", sweep)
                        .eachCondition()
                        .depends(AttentionScaleChecks::kept),
                Claim.ours("drawnOptimum", sample)
                        .with("draws", "2000")
                        .doesNotHold(AttentionScaleChecks::drawn),
                Claim.ofEssay("cosineScale", sweep)
                        .with(COSINE)
                        .eachCondition()
                        .depends(AttentionScaleChecks::inEssayRange),
                Claim.ours("cosineScaleWide", sweep)
                        .with(COSINE)
                        .with("d", "768")
                        .eachCondition()
                        .doesNotHold(AttentionScaleChecks::inEssayRange),
                Claim.ofEssay("entropySteady", sweep)
                        .eachCondition()
                        .depends(AttentionScaleChecks::entropies),
                Claim.ours("meanRises", sample)
                        .with(Map.of("n", "40", "draws", "20000"))
                        .with(Map.of("automatic", "false", "alphaMax", "20"))
                        .holds(AttentionScaleChecks::mean),
                Claim.ours("dimensionThree", curve)
                        .with(COSINE)
                        .with(Map.of("d", "3", "overlay", "40,1024"))
                        .over("n", "20000", "40", "200", "1024", "4096", "100000")
                        .holds(AttentionScaleChecks::three),
                Claim.ofEssay("halfLength", causal)
                        .over("length", "4096", "64", "256", "1024", "16384", "65536", "262144")
                        .holds(AttentionScaleChecks::half),
                Claim.ofEssay("halfL1", jacobian).holds(AttentionScaleChecks::norm),
                Claim.ours("tie", sample)
                        .with(Map.of("distribution", "own", "scores", "2,2,0.5,0,-1"))
                        .whateverSeed()
                        .holds(AttentionScaleChecks::tie));
    }
}
