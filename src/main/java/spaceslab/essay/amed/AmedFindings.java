package spaceslab.essay.amed;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;

/** What the essay, the papers and we claim, and what the computation says. */
final class AmedFindings {
    private AmedFindings() {}

    static List<Finding<?>> of(
            NfeSweepExperiment sweep,
            OrderExperiment order,
            ImagesExperiment images,
            TrainingExperiment training) {
        Map<String, String> ring =
                Map.of(
                        "model",
                        "ring",
                        "leastNfe",
                        "5",
                        "mostNfe",
                        "5",
                        "batch",
                        "256",
                        "solvers",
                        "euler,heun,dpmSolver2,ipndm4,deisTab3,dpmPp3m,uniPc3,amed");
        Map<String, String> trained =
                Map.of(
                        "model",
                        "trainedDigits",
                        "leastNfe",
                        "5",
                        "mostNfe",
                        "5",
                        "solvers",
                        "euler,heun,dpmSolver2,ipndm4,deisTab3,dpmPp3m,uniPc3,amed");
        Map<String, String> timed =
                Map.of(
                        "model",
                        "ring",
                        "leastNfe",
                        "5",
                        "mostNfe",
                        "5",
                        "batch",
                        "256",
                        "solvers",
                        "amed,amedTimed");
        Map<String, String> table = Map.of("model", "gaussian", "solvers", "euler");
        Map<String, String> gaussian = Map.of("model", "gaussian", "dimension", "2");
        Map<String, String> exact =
                Map.of("exactStart", "true", "solvers", "ipndm4,ipndmV4,dpmPp3m");
        return List.of(
                Finding.of(
                        "secondOrderOnRing",
                        Source.ESSAY,
                        Status.HOLDS,
                        sweep,
                        ring,
                        0.1,
                        true,
                        AmedChecks::secondOrderBehind),
                Finding.of(
                        "secondOrderOnDigits",
                        Source.ESSAY,
                        Status.DEPENDS_ON,
                        sweep,
                        Map.of(),
                        0.02,
                        false,
                        AmedChecks::secondOrderDepends),
                Finding.of(
                        "amedFirstOnDigits",
                        Source.PAPER,
                        Status.HOLDS,
                        sweep,
                        Map.of(),
                        0.1,
                        false,
                        AmedChecks::amedFirst),
                Finding.of(
                        "multistepFirstOnRing",
                        Source.OURS,
                        Status.HOLDS,
                        sweep,
                        ring,
                        0.1,
                        true,
                        AmedChecks::multistepFirst),
                Finding.of(
                        "amedFirstOnTrained",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        sweep,
                        trained,
                        0.1,
                        false,
                        AmedChecks::amedFirst),
                Finding.of(
                        "timeScaleGain",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        sweep,
                        timed,
                        0.02,
                        true,
                        AmedChecks::timeScaleGain),
                Finding.of(
                        "bestStepsMakeTheBestEnd",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        sweep,
                        Map.of(),
                        0.01,
                        false,
                        AmedChecks::greedyIsBest),
                Finding.of(
                        "publishedSecondOrder",
                        Source.ESSAY,
                        Status.DOES_NOT_HOLD,
                        sweep,
                        table,
                        0,
                        true,
                        AmedChecks::publishedSecondOrder),
                Finding.of(
                        "publishedBestEverywhere",
                        Source.ESSAY,
                        Status.DOES_NOT_HOLD,
                        sweep,
                        table,
                        0,
                        true,
                        AmedChecks::publishedBest),
                Finding.of(
                        "orderIsNotAccuracy",
                        Source.OURS,
                        Status.HOLDS,
                        order,
                        Map.of("coarsest", "5", "doublings", "6", "tMax", "80", "tMin", "0.002"),
                        0.1,
                        true,
                        AmedChecks::orderIsNotAccuracy),
                Finding.of(
                        "midpointOnGaussian",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        order,
                        gaussian,
                        0.1,
                        true,
                        AmedChecks::midpointIsSecond),
                Finding.of(
                        "fixedMiddle",
                        Source.OURS,
                        Status.HOLDS,
                        order,
                        Map.of(),
                        0.1,
                        true,
                        AmedChecks::fixedMiddle),
                Finding.of(
                        "trueWeights",
                        Source.OURS,
                        Status.HOLDS,
                        order,
                        exact,
                        0.1,
                        true,
                        AmedChecks::trueWeights),
                Finding.of(
                        "thirdOrderMultistep",
                        Source.PAPER,
                        Status.DOES_NOT_HOLD,
                        order,
                        exact,
                        0.2,
                        true,
                        AmedChecks::thirdOrderMultistep),
                Finding.of(
                        "nearlyPlanar",
                        Source.PAPER,
                        Status.HOLDS,
                        images,
                        Map.of(),
                        0.08,
                        false,
                        AmedChecks::planar),
                Finding.of(
                        "scalarsGain",
                        Source.PAPER,
                        Status.HOLDS,
                        training,
                        Map.of(),
                        0.5,
                        false,
                        AmedChecks::scalarsGain),
                Finding.of(
                        "networkGain",
                        Source.PAPER,
                        Status.HOLDS,
                        training,
                        Map.of(),
                        0.05,
                        false,
                        AmedChecks::networkGain),
                Finding.of(
                        "networkGainOnDigits",
                        Source.PAPER,
                        Status.DOES_NOT_HOLD,
                        training,
                        Map.of("density", "opticalDigits", "rounds", "200", "batch", "64"),
                        0.05,
                        false,
                        AmedChecks::networkGainWithBest));
    }
}
