package spaceslab.essay.nonlinearrnn;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.RunResult;

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
                finding(
                        "smallSignals",
                        Source.ESSAY,
                        Status.HOLDS,
                        iterate,
                        small,
                        1,
                        NonlinearRnnFindings::smallSignals),
                finding(
                        "simpleIteration",
                        Source.ESSAY,
                        Status.DOES_NOT_HOLD,
                        iterate,
                        reference,
                        0,
                        NonlinearRnnFindings::simple),
                finding(
                        "betterExpansions",
                        Source.ESSAY,
                        Status.HOLDS,
                        iterate,
                        order,
                        0,
                        NonlinearRnnFindings::expansions),
                finding(
                        "sameInEigenbasis",
                        Source.ESSAY,
                        Status.HOLDS,
                        iterate,
                        eigen,
                        1e-12,
                        NonlinearRnnFindings::eigenbasis),
                finding(
                        "freedDiagonal",
                        Source.ESSAY,
                        Status.HOLDS,
                        iterate,
                        decoupled,
                        1e-7,
                        NonlinearRnnFindings::freed),
                finding(
                        "gruMatrix",
                        Source.ESSAY,
                        Status.HOLDS,
                        iterate,
                        gru,
                        0,
                        NonlinearRnnFindings::gru),
                finding(
                        "newtonQuadratic",
                        Source.PAPER,
                        Status.HOLDS,
                        iterate,
                        with(reference, "methods", "newton", "tolerance", "1e-12"),
                        0.25,
                        NonlinearRnnFindings::quadratic),
                finding(
                        "lstmByNewton",
                        Source.OURS,
                        Status.HOLDS,
                        iterate,
                        lstm,
                        0,
                        NonlinearRnnFindings::lstm),
                finding(
                        "elkPrefix",
                        Source.OURS,
                        Status.HOLDS,
                        iterate,
                        tenSweeps,
                        0,
                        NonlinearRnnFindings::prefix),
                finding(
                        "warmStart",
                        Source.PAPER,
                        Status.HOLDS,
                        iterate,
                        warm,
                        0,
                        NonlinearRnnFindings::warm),
                finding(
                        "lengthFree",
                        Source.PAPER,
                        Status.HOLDS,
                        scaling,
                        untimed,
                        0,
                        NonlinearRnnFindings::lengthFree),
                finding(
                        "exponentDecides",
                        Source.PAPER,
                        Status.DEPENDS_ON,
                        gains,
                        Map.of("gains", "1.2,1.5"),
                        0.1,
                        NonlinearRnnFindings::exponent),
                finding(
                        "strongInputs",
                        Source.OURS,
                        Status.HOLDS,
                        gains,
                        Map.of("gains", "1"),
                        0,
                        NonlinearRnnFindings::inputs),
                finding(
                        "unitClip",
                        Source.OURS,
                        Status.HOLDS,
                        gains,
                        Map.of("gains", "1.5", "inputScales", "1"),
                        0,
                        NonlinearRnnFindings::clip),
                finding(
                        "chaosEnds",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        iterate,
                        chaos,
                        0,
                        NonlinearRnnFindings::chaos),
                finding(
                        "payPrice",
                        Source.PAPER,
                        Status.DEPENDS_ON,
                        scaling,
                        untimed,
                        0,
                        NonlinearRnnFindings::price));
    }

    private static Map<String, String> with(Map<String, String> base, String... more) {
        Map<String, String> all = new java.util.HashMap<>(base);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static <P extends Record> Finding<P> finding(
            String id,
            Source source,
            Status expected,
            spaceslab.experiment.Experiment<P> experiment,
            Map<String, String> parameters,
            double tolerance,
            Finding.Check check) {
        P read = ParameterSchema.of(experiment.parameters()).strict(parameters);
        return new Finding<>(id, source, expected, experiment, read, tolerance, true, check);
    }

    /** Cell of the row of {@code method} in the table of methods. */
    private static Object cell(RunResult r, String method, int column) {
        return r.table("methods").stream()
                .filter(row -> row.getFirst().equals(method))
                .findFirst()
                .orElseThrow()
                .get(column);
    }

    private static int sweeps(RunResult r, String method) {
        return ((Number) cell(r, method, 1)).intValue();
    }

    private static boolean converged(RunResult r, String method) {
        return cell(r, method, 2).equals("converged");
    }

    private static double[] errors(RunResult r, String method) {
        return r.series("error." + method).y();
    }

    /** B = A needs a handful of sweeps, far fewer than Jacobi. */
    private static Measurement smallSignals(RunResult r, double tolerance) {
        int fixed = sweeps(r, "fixedA");
        return Measurement.that(
                converged(r, "fixedA") && fixed <= 5 + tolerance, fixed, sweeps(r, "jacobi"));
    }

    /** B = A beats Jacobi for a network that contracts. */
    private static Measurement simple(RunResult r, double tolerance) {
        int fixed = sweeps(r, "fixedA");
        int jacobi = sweeps(r, "jacobi");
        return Measurement.that(
                fixed < jacobi,
                fixed,
                jacobi,
                cell(r, "fixedA", 4),
                r.number("lyapunov"),
                r.number("spectralRadius"));
    }

    private static Measurement expansions(RunResult r, double tolerance) {
        int fixed = sweeps(r, "fixedA");
        int input = sweeps(r, "expandInput");
        int newton = sweeps(r, "newton");
        return Measurement.that(newton < input && input < fixed, fixed, input, newton);
    }

    private static Measurement eigenbasis(RunResult r, double tolerance) {
        double[] plain = errors(r, "fixedA");
        double[] diagonal = errors(r, "diagonalised");
        double largest = 0;
        for (int n = 0; n < Math.min(plain.length, diagonal.length); n++) {
            largest = Math.max(largest, Math.abs(plain[n] - diagonal[n]));
        }
        return Measurement.that(
                plain.length == diagonal.length && largest <= tolerance,
                largest,
                r.number("condition"));
    }

    private static Measurement freed(RunResult r, double tolerance) {
        double error = ((Number) cell(r, "decoupled", 3)).doubleValue();
        return Measurement.that(
                converged(r, "decoupled") && error <= tolerance,
                error,
                sweeps(r, "decoupled"),
                sweeps(r, "diagonalised"));
    }

    private static Measurement gru(RunResult r, double tolerance) {
        int fixed = sweeps(r, "fixedA");
        int jacobi = sweeps(r, "jacobi");
        return Measurement.that(
                converged(r, "fixedA") && fixed < jacobi, fixed, jacobi, sweeps(r, "newton"));
    }

    /** log error doubles from sweep to sweep once it is small. */
    private static Measurement quadratic(RunResult r, double tolerance) {
        double[] e = errors(r, "newton");
        double order = 0;
        for (int n = 2; n < e.length; n++) {
            if (e[n - 1] < 0.1 && e[n] > 1e-13) {
                order = Math.log(e[n]) / Math.log(e[n - 1]);
            }
        }
        return Measurement.that(order >= 2 - 2 * tolerance, order, sweeps(r, "newton"));
    }

    private static Measurement lstm(RunResult r, double tolerance) {
        return Measurement.that(
                converged(r, "newton") && sweeps(r, "newton") < 20,
                sweeps(r, "newton"),
                sweeps(r, "jacobi"));
    }

    /** Exact states after ten sweeps: at least ten for affine methods, fewer for ELK. */
    private static Measurement prefix(RunResult r, double tolerance) {
        int elk = ((Number) cell(r, "elk", 5)).intValue();
        int least = Integer.MAX_VALUE;
        for (String method : List.of("newton", "fixedA", "jacobi")) {
            least = Math.min(least, ((Number) cell(r, method, 5)).intValue());
        }
        return Measurement.that(least >= 10 && elk < 10, least, elk);
    }

    private static Measurement warm(RunResult r, double tolerance) {
        double[] e = errors(r, "newton");
        return Measurement.that(
                converged(r, "newton") && sweeps(r, "newton") <= 3, sweeps(r, "newton"), e[0]);
    }

    private static Measurement lengthFree(RunResult r, double tolerance) {
        double first = r.number("newtonSweepsShortest");
        double last = r.number("newtonSweepsLongest");
        return Measurement.that(
                first > 0 && last <= first + 1, first, last, r.number("depthRatio"));
    }

    private static int gainSweeps(RunResult r, double sigma, double gain, String method) {
        for (List<Object> row : r.table("runs")) {
            if (row.get(0).equals(sigma) && row.get(1).equals(gain) && row.get(2).equals(method)) {
                return ((Number) row.get(3)).intValue();
            }
        }
        throw new IllegalStateException("no run of " + method + " at gain " + gain);
    }

    private static double exponentOf(RunResult r, double sigma, double gain) {
        for (List<Object> row : r.table("settings")) {
            if (row.get(0).equals(sigma) && row.get(1).equals(gain)) {
                return ((Number) row.get(2)).doubleValue();
            }
        }
        throw new IllegalStateException("no setting of gain " + gain);
    }

    /** Two networks whose exponents nearly agree, and the sweeps they need. */
    private static Measurement exponent(RunResult r, double tolerance) {
        double strong = exponentOf(r, 1, 1.2);
        double weak = exponentOf(r, 0.1, 1.5);
        int few = gainSweeps(r, 1, 1.2, "newton");
        int many = gainSweeps(r, 0.1, 1.5, "newton");
        boolean near = Math.abs(strong - weak) <= tolerance;
        Status status =
                near && many > 5 * few
                        ? Status.DEPENDS_ON
                        : near ? Status.HOLDS : Status.DOES_NOT_HOLD;
        return Measurement.of(status, strong, few, weak, many);
    }

    private static Measurement inputs(RunResult r, double tolerance) {
        int weak = gainSweeps(r, 0.1, 1, "newton");
        int strong = gainSweeps(r, 1, 1, "newton");
        return Measurement.that(strong < weak, weak, strong);
    }

    private static Measurement clip(RunResult r, double tolerance) {
        int free = gainSweeps(r, 1, 1.5, "newton");
        int unit = gainSweeps(r, 1, 1.5, "newtonUnit");
        return Measurement.that(unit < free, free, unit);
    }

    /** Newton's method does not end within T sweeps where small differences grow. */
    private static Measurement chaos(RunResult r, double tolerance) {
        boolean chaotic = r.number("lyapunov") > 0;
        return Measurement.that(
                chaotic && !converged(r, "newton"),
                sweeps(r, "newton"),
                r.number("sequentialDepth"),
                r.number("lyapunov"),
                cell(r, "newton", 4));
    }

    /** Newton's price in work, and the processors from which the price is worth paying. */
    private static Measurement price(RunResult r, double tolerance) {
        double work = r.number("workRatio");
        double even = r.number("breakEvenProcessors");
        double largest = r.number("largestSpeedUp");
        Status status =
                even <= 1
                        ? Status.HOLDS
                        : Double.isFinite(even) ? Status.DEPENDS_ON : Status.DOES_NOT_HOLD;
        return Measurement.of(status, work, even, largest);
    }
}
