package spaceslab.essay.nonlinearrnn;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;

/** What the essay, DEER's paper and we claim, and what the computation says. */
final class NonlinearRnnFindings {
    private NonlinearRnnFindings() {}

    static List<Finding<?>> of(
            IterateExperiment iterate, GainSweepExperiment gains, ScalingExperiment scaling) {
        Map<String, String> reference =
                Map.of(
                        "d",
                        "16",
                        "seed",
                        "2024",
                        "stopping",
                        "error",
                        "sweeps",
                        "512",
                        "methods",
                        "fixedA,jacobi,newton");
        Map<String, String> small = with(reference, "gain", "0.4", "inputScale", "0.1");
        Map<String, String> order =
                with(
                        reference,
                        "methods",
                        "fixedA,expandInput,newton",
                        "tolerance",
                        "1e-6",
                        "gain",
                        "0.4");
        Map<String, String> eigen =
                Map.of("methods", "fixedA,diagonalised", "gain", "0.4", "inputScale", "0.3");
        Map<String, String> decoupled =
                Map.of(
                        "methods",
                        "decoupled,diagonalised",
                        "focus",
                        "decoupled",
                        "gain",
                        "0.4",
                        "inputScale",
                        "0.3",
                        "diagonalScale",
                        "0");
        Map<String, String> tenSweeps =
                Map.of(
                        "methods",
                        "newton,elk,fixedA,jacobi",
                        "noise",
                        "1",
                        "sweeps",
                        "10",
                        "gain",
                        "2",
                        "tolerance",
                        "1e-12");
        Map<String, String> gru =
                Map.of(
                        "cell",
                        "gru",
                        "methods",
                        "fixedA,jacobi,newton",
                        "gain",
                        "0.5",
                        "inputScale",
                        "0.3");
        Map<String, String> lstm =
                Map.of("cell", "lstm", "methods", "newton,jacobi", "focus", "newton");
        Map<String, String> warm =
                Map.of(
                        "methods",
                        "newton",
                        "focus",
                        "newton",
                        "guess",
                        "warm",
                        "tolerance",
                        "1e-10");
        Map<String, String> chaos =
                with(reference, "methods", "newton", "focus", "newton", "gain", "3");
        Map<String, String> untimed = Map.of("timing", "false");
        return List.of(
                Finding.quick(
                        "smallSignals",
                        Source.ESSAY,
                        Status.HOLDS,
                        iterate,
                        small,
                        1,
                        NonlinearRnnChecks::smallSignals),
                Finding.quick(
                        "simpleIteration",
                        Source.ESSAY,
                        Status.DOES_NOT_HOLD,
                        iterate,
                        reference,
                        0,
                        NonlinearRnnChecks::simple),
                Finding.quick(
                        "betterExpansions",
                        Source.ESSAY,
                        Status.HOLDS,
                        iterate,
                        order,
                        0,
                        NonlinearRnnChecks::expansions),
                Finding.quick(
                        "sameInEigenbasis",
                        Source.ESSAY,
                        Status.HOLDS,
                        iterate,
                        eigen,
                        1e-12,
                        NonlinearRnnChecks::eigenbasis),
                Finding.quick(
                        "freedDiagonal",
                        Source.ESSAY,
                        Status.HOLDS,
                        iterate,
                        decoupled,
                        1e-7,
                        NonlinearRnnChecks::freed),
                Finding.quick(
                        "gruMatrix",
                        Source.ESSAY,
                        Status.HOLDS,
                        iterate,
                        gru,
                        0,
                        NonlinearRnnChecks::gru),
                Finding.quick(
                        "newtonQuadratic",
                        Source.PAPER,
                        Status.HOLDS,
                        iterate,
                        with(reference, "methods", "newton", "tolerance", "1e-12"),
                        0.25,
                        NonlinearRnnChecks::quadratic),
                Finding.quick(
                        "lstmByNewton",
                        Source.OURS,
                        Status.HOLDS,
                        iterate,
                        lstm,
                        0,
                        NonlinearRnnChecks::lstm),
                Finding.quick(
                        "elkPrefix",
                        Source.OURS,
                        Status.HOLDS,
                        iterate,
                        tenSweeps,
                        0,
                        NonlinearRnnChecks::prefix),
                Finding.quick(
                        "warmStart",
                        Source.PAPER,
                        Status.HOLDS,
                        iterate,
                        warm,
                        0,
                        NonlinearRnnChecks::warm),
                Finding.quick(
                        "lengthFree",
                        Source.PAPER,
                        Status.HOLDS,
                        scaling,
                        untimed,
                        0,
                        NonlinearRnnChecks::lengthFree),
                Finding.quick(
                        "exponentDecides",
                        Source.PAPER,
                        Status.DEPENDS_ON,
                        gains,
                        Map.of("gains", "1.2,1.5"),
                        0.1,
                        NonlinearRnnChecks::exponent),
                Finding.quick(
                        "strongInputs",
                        Source.OURS,
                        Status.HOLDS,
                        gains,
                        Map.of("gains", "1"),
                        0,
                        NonlinearRnnChecks::inputs),
                Finding.quick(
                        "unitClip",
                        Source.OURS,
                        Status.HOLDS,
                        gains,
                        Map.of("gains", "1.5", "inputScales", "1"),
                        0,
                        NonlinearRnnChecks::clip),
                Finding.quick(
                        "chaosEnds",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        iterate,
                        chaos,
                        0,
                        NonlinearRnnChecks::chaos),
                Finding.quick(
                        "payPrice",
                        Source.PAPER,
                        Status.DEPENDS_ON,
                        scaling,
                        untimed,
                        0,
                        NonlinearRnnChecks::price));
    }

    private static Map<String, String> with(Map<String, String> base, String... more) {
        Map<String, String> all = new java.util.HashMap<>(base);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }
}
