package spaceslab.essay.amed;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Finding;

/** What the essay, the papers and we claim, and what the computation says. */
final class AmedFindings {
    /** Every kind of sampler on the ring. */
    private static final Map<String, String> RING =
            ring(
                    "euler,heun,midpoint,dpmSolver2,ipndm2,ipndm4,deisTab3,dpmPp2m,dpmPp3m,uniPc2,"
                            + "uniPc3,amed");

    private static final Map<String, String> TRAINED =
            Map.of(
                    "model", "trainedDigits",
                    "leastNfe", "5",
                    "mostNfe", "5",
                    "solvers", "euler,heun,dpmSolver2,ipndm4,deisTab3,dpmPp3m,uniPc3,amed");

    /** The published table comes with every sweep. */
    private static final Map<String, String> TABLE =
            Map.of("model", "gaussian", "solvers", "euler");

    /** The schedule that images are sampled on, from five steps. */
    private static final Map<String, String> COARSE =
            Map.of("coarsest", "5", "doublings", "6", "tMax", "80", "tMin", "0.002");

    private static final Map<String, String> EXACT =
            Map.of("exactStart", "true", "solvers", "ipndm4,ipndmV4,dpmPp3m");

    /** About one training in four stays in a bad valley; eleven show that both happen. */
    private static final int NETWORKS = 11;

    private final NfeSweepExperiment sweep;
    private final OrderExperiment order;
    private final ImagesExperiment images;
    private final TrainingExperiment training;

    AmedFindings(
            NfeSweepExperiment sweep,
            OrderExperiment order,
            ImagesExperiment images,
            TrainingExperiment training) {
        this.sweep = sweep;
        this.order = order;
        this.images = images;
        this.training = training;
    }

    private static Map<String, String> ring(String solvers) {
        return Map.of(
                "model", "ring",
                "leastNfe", "5",
                "mostNfe", "5",
                "batch", "256",
                "solvers", solvers);
    }

    List<Finding<?>> all() {
        return List.of(
                Claim.ofEssay("secondOrderOnRing", sweep)
                        .with(RING)
                        .eachCondition()
                        .depends(SweepChecks::secondOrder),
                Claim.ofEssay("secondOrderOnDigits", sweep)
                        .heavy()
                        .eachCondition()
                        .depends(SweepChecks::secondOrderImages),
                Claim.ofPaper("amedFirstOnDigits", sweep).heavy().holds(SweepChecks::amedFirst),
                Claim.ours("multistepFirstOnRing", sweep)
                        .with(RING)
                        .holds(SweepChecks::multistepFirst),
                Claim.ours("amedFirstOnTrained", sweep)
                        .with(TRAINED)
                        .heavy()
                        .doesNotHold(SweepChecks::amedFirst),
                Claim.ours("timeScaleGain", sweep)
                        .with(ring("amed,amedTimed"))
                        .doesNotHold(SweepChecks::timeScale),
                Claim.ours("bestStepsMakeTheBestEnd", sweep)
                        .heavy()
                        .eachCondition()
                        .depends(SweepChecks::bestSteps),
                Claim.ofEssay("publishedSecondOrder", sweep)
                        .with(TABLE)
                        .whateverSeed()
                        .eachCondition()
                        .depends(PublishedChecks::secondOrder),
                Claim.ofEssay("publishedBestEverywhere", sweep)
                        .with(TABLE)
                        .whateverSeed()
                        .doesNotHold(PublishedChecks::bestEverywhere),
                Claim.ours("orderIsNotAccuracy", order)
                        .with(COARSE)
                        .holds(OrderChecks::orderIsNotAccuracy),
                Claim.ours("midpointOnGaussian", order)
                        .with("model", "gaussian")
                        .with("dimension", "2")
                        .doesNotHold(OrderChecks::midpointIsSecond),
                Claim.ours("fixedMiddle", order).holds(OrderChecks::fixedMiddle),
                Claim.ours("trueWeights", order).with(EXACT).holds(OrderChecks::trueWeights),
                Claim.ofPaper("thirdOrderMultistep", order)
                        .with(EXACT)
                        .doesNotHold(OrderChecks::thirdOrder),
                Claim.ofPaper("nearlyPlanar", images).heavy().holds(FittedChecks::planar),
                Claim.ofPaper("scalarsGain", training).heavy().holds(FittedChecks::scalarsGain),
                Claim.ofPaper("networkGain", training)
                        .heavy()
                        .seeds(NETWORKS)
                        .depends(FittedChecks::networkGain),
                Claim.ofPaper("networkGainOnDigits", training)
                        .with("density", "opticalDigits")
                        .with("rounds", "200")
                        .with("batch", "64")
                        .heavy()
                        .seeds(2)
                        .doesNotHold(FittedChecks::networkGainWithBest));
    }
}
