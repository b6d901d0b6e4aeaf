package spaceslab.essay.nonlinearrnn;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Finding;

/** What the essay, DEER's paper and we claim, each decided from runs. */
final class NonlinearRnnFindings {
    /** Seeds where about one network in ten contradicts: 15 of 20 must be on one side. */
    private static final int MORE_SEEDS = 20;

    /** A network of sixteen units, solved until its states are right. */
    private static final Map<String, String> SIXTEEN =
            Map.of("d", "16", "stopping", "error", "sweeps", "512");

    /** Gains on both sides of chaos, each with weak and with strong inputs. */
    private static final Map<String, String> GAINS = Map.of("gains", "0.8,1.2,1.5");

    private static final Map<String, String> UNTIMED = Map.of("timing", "false");

    private final IterateExperiment iterate;
    private final GainSweepExperiment gains;
    private final ScalingExperiment scaling;

    NonlinearRnnFindings(
            IterateExperiment iterate, GainSweepExperiment gains, ScalingExperiment scaling) {
        this.iterate = iterate;
        this.gains = gains;
        this.scaling = scaling;
    }

    List<Finding<?>> all() {
        return List.of(
                Claim.ofEssay("smallSignals", iterate)
                        .with(SIXTEEN)
                        .with(Map.of("methods", "fixedA,jacobi"))
                        .with(Map.of("gain", "0.4", "inputScale", "0.1"))
                        .holds(NonlinearRnnChecks::smallSignals),
                Claim.ofEssay("simpleIteration", gains)
                        .with("gains", "0.5")
                        .eachCondition()
                        .depends(NonlinearRnnChecks::simple),
                Claim.ofEssay("betterExpansions", iterate)
                        .with(SIXTEEN)
                        .with(Map.of("methods", "fixedA,expandInput,newton"))
                        .with(Map.of("tolerance", "1e-6", "gain", "0.4"))
                        .holds(NonlinearRnnChecks::expansions),
                Claim.ofEssay("sameInEigenbasis", iterate)
                        .with("methods", "fixedA,diagonalised")
                        .with(Map.of("gain", "0.4", "inputScale", "0.3"))
                        .holds(NonlinearRnnChecks::eigenbasis),
                Claim.ofEssay("freedDiagonal", iterate)
                        .with(Map.of("methods", "decoupled,diagonalised", "focus", "decoupled"))
                        .with(Map.of("gain", "0.4", "inputScale", "0.3", "diagonalScale", "0"))
                        .holds(NonlinearRnnChecks::freed),
                Claim.ofEssay("gruMatrix", iterate)
                        .with(Map.of("cell", "gru", "methods", "fixedA,jacobi,newton"))
                        .with("inputScale", "0.3")
                        .holds(NonlinearRnnChecks::gru),
                Claim.ofPaper("newtonQuadratic", iterate)
                        .with(SIXTEEN)
                        .with(Map.of("methods", "newton", "tolerance", "1e-12"))
                        .holds(NonlinearRnnChecks::quadratic),
                Claim.ours("lstmByNewton", iterate)
                        .with(Map.of("cell", "lstm", "methods", "newton,jacobi"))
                        .with("focus", "newton")
                        .holds(NonlinearRnnChecks::lstm),
                Claim.ours("elkPrefix", iterate)
                        .with(Map.of("methods", "newton,elk,fixedA,jacobi", "noise", "1"))
                        .with(Map.of("sweeps", "10", "gain", "2", "tolerance", "1e-12"))
                        .holds(NonlinearRnnChecks::prefix),
                Claim.ofPaper("warmStart", iterate)
                        .with(Map.of("methods", "newton", "focus", "newton"))
                        .with(Map.of("guess", "warm", "tolerance", "1e-10"))
                        .holds(NonlinearRnnChecks::warm),
                Claim.ofPaper("lengthFree", scaling)
                        .with(UNTIMED)
                        .holds(NonlinearRnnChecks::lengthFree),
                Claim.ofPaper("exponentDecides", gains)
                        .with(GAINS)
                        .eachCondition()
                        .depends(NonlinearRnnChecks::exponent),
                Claim.ours("strongInputs", gains)
                        .with(GAINS)
                        .seeds(MORE_SEEDS)
                        .eachCondition()
                        .depends(NonlinearRnnChecks::inputs),
                Claim.ours("unitClip", gains)
                        .with(Map.of("gains", "1.5", "inputScales", "1"))
                        .holds(NonlinearRnnChecks::clip),
                Claim.ours("chaosEnds", iterate)
                        .with(SIXTEEN)
                        .with(Map.of("methods", "newton", "focus", "newton", "gain", "3"))
                        .doesNotHold(NonlinearRnnChecks::chaos),
                Claim.ofPaper("payPrice", scaling)
                        .with(UNTIMED)
                        .eachCondition()
                        .depends(NonlinearRnnChecks::price));
    }
}
