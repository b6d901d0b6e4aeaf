package spaceslab.essay.nonlinearrnn;

import static spaceslab.experiment.Effect.above;
import static spaceslab.experiment.Effect.atLeast;
import static spaceslab.experiment.Effect.atMost;
import static spaceslab.experiment.Effect.below;

import java.util.List;
import java.util.stream.IntStream;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.ResultRow;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.Sample;

/** The checks of {@link NonlinearRnnFindings}: each reads a finished run and measures. */
final class NonlinearRnnChecks {
    private static final double WEAK = 0.1;
    private static final double STRONG = 1;
    private static final double SMALL_GAIN = 0.8;
    private static final double MIDDLE_GAIN = 1.2;
    private static final double LARGE_GAIN = 1.5;

    /** Errors below are made of rounding. */
    private static final double ROUNDING = 1e-14;

    private NonlinearRnnChecks() {}

    private static ResultRow method(NamedResult r, String method) {
        return r.table("methods").row("method", method);
    }

    /** Sweeps until it converged, +∞ where it did not. */
    private static double sweeps(ResultRow row) {
        return row.has("ending", "converged") ? row.integer("sweeps") : Double.POSITIVE_INFINITY;
    }

    private static double sweeps(NamedResult r, String method) {
        return sweeps(method(r, method));
    }

    private static double sweeps(NamedResult r, double sigma, double gain, String method) {
        return sweeps(run(r, sigma, gain, method));
    }

    private static ResultRow run(NamedResult r, double sigma, double gain, String method) {
        return r.table("runs").where("inputScale", sigma).where("gain", gain).row("method", method);
    }

    private static ResultRow setting(NamedResult r, double sigma, double gain) {
        return r.table("settings").where("inputScale", sigma).row("gain", gain);
    }

    /** B = A needs a handful of sweeps. */
    static Sample smallSignals(NamedResult r) {
        double fixed = sweeps(r, "fixedA");
        return Sample.of(atMost("sweepsFixedA", fixed, 6))
                .figures(
                        fixed, sweeps(r, "jacobi"), r.parameter("gain"), r.parameter("inputScale"));
    }

    /** B = A against B = 0, the same weights with weak and with strong inputs. */
    static Sample simple(NamedResult r) {
        double gain = Double.parseDouble(r.parameter("gains"));
        double weakFixed = sweeps(r, WEAK, gain, "fixedA");
        double weakJacobi = sweeps(r, WEAK, gain, "jacobi");
        double fixed = sweeps(r, STRONG, gain, "fixedA");
        double jacobi = sweeps(r, STRONG, gain, "jacobi");
        return Sample.of(
                        below("fixedAOverJacobiWeak", weakFixed / weakJacobi, 1),
                        below("fixedAOverJacobiStrong", fixed / jacobi, 1))
                .figures(
                        gain,
                        weakFixed,
                        weakJacobi,
                        fixed,
                        jacobi,
                        run(r, STRONG, gain, "fixedA").number("peak"),
                        setting(r, STRONG, gain).number("lyapunov"),
                        WEAK,
                        STRONG);
    }

    static Sample expansions(NamedResult r) {
        double fixed = sweeps(r, "fixedA");
        double input = sweeps(r, "expandInput");
        double newton = sweeps(r, "newton");
        return Sample.of(
                        below("expandInputOverFixedA", input / fixed, 1),
                        below("newtonOverExpandInput", newton / input, 1))
                .figures(fixed, input, newton);
    }

    static Sample eigenbasis(NamedResult r) {
        double[] plain = r.series("error.fixedA").y();
        double[] diagonal = r.series("error.diagonalised").y();
        double largest =
                plain.length == diagonal.length
                        ? IntStream.range(0, plain.length)
                                .mapToDouble(n -> Math.abs(plain[n] - diagonal[n]))
                                .max()
                                .orElseThrow()
                        : Double.POSITIVE_INFINITY;
        return Sample.of(atMost("curvesDiffer", largest, 1e-12))
                .figures(largest, r.value("condition"));
    }

    static Sample freed(NamedResult r) {
        ResultRow freed = method(r, "decoupled");
        double error =
                freed.has("ending", "converged") ? freed.number("error") : Double.POSITIVE_INFINITY;
        return Sample.of(atMost("freedError", error, 1e-7))
                .figures(error, sweeps(freed), sweeps(r, "diagonalised"));
    }

    static Sample gru(NamedResult r) {
        double fixed = sweeps(r, "fixedA");
        double jacobi = sweeps(r, "jacobi");
        return Sample.of(below("fixedAOverJacobi", fixed / jacobi, 1))
                .figures(fixed, jacobi, sweeps(r, "newton"));
    }

    /**
     * The order q of e_{n+1} ≈ C e_n^q from the last three errors above rounding, log(e_{n+1}/e_n)
     * / log(e_n/e_{n−1}): 1 of linear, 2 of quadratic convergence.
     */
    static Sample quadratic(NamedResult r) {
        double[] e = r.series("error.newton").y();
        double order = 0;
        for (int n = 2; n < e.length && e[n] > ROUNDING; n++) {
            order = Math.log(e[n] / e[n - 1]) / Math.log(e[n - 1] / e[n - 2]);
        }
        return Sample.of(atLeast("order", order, 1.5)).figures(order, sweeps(r, "newton"));
    }

    static Sample lstm(NamedResult r) {
        double newton = sweeps(r, "newton");
        double jacobi = sweeps(r, "jacobi");
        return Sample.of(
                        atMost("sweepsNewton", newton, 10),
                        below("newtonOverJacobi", newton / jacobi, 1))
                .figures(newton, jacobi);
    }

    /** Exact states after n sweeps: at least n for affine methods, fewer for ELK. */
    static Sample prefix(NamedResult r) {
        int n = Integer.parseInt(r.parameter("sweeps"));
        int elk = method(r, "elk").integer("exactStates");
        int least =
                List.of("newton", "fixedA", "jacobi").stream()
                        .mapToInt(affine -> method(r, affine).integer("exactStates"))
                        .min()
                        .orElseThrow();
        return Sample.of(atLeast("exactAffine", least, n), below("exactElk", elk, n))
                .figures(least, elk, n);
    }

    static Sample warm(NamedResult r) {
        double sweeps = sweeps(r, "newton");
        return Sample.of(atMost("sweepsWarm", sweeps, 3))
                .figures(
                        sweeps,
                        r.series("error.newton").y()[0],
                        100 * Double.parseDouble(r.parameter("shift")));
    }

    private static double orNever(double sweeps) {
        return sweeps < 0 ? Double.POSITIVE_INFINITY : sweeps;
    }

    static Sample lengthFree(NamedResult r) {
        List<ResultRow> lengths = r.table("lengths").rows();
        double first = orNever(r.number("newtonSweepsShortest"));
        double last = orNever(r.number("newtonSweepsLongest"));
        double more = last == Double.POSITIVE_INFINITY ? last : last - first;
        return Sample.of(atMost("sweepsMoreWhenLong", more, 1))
                .figures(
                        first,
                        last,
                        lengths.getFirst().integer("length"),
                        lengths.getLast().integer("length"),
                        lengths.getLast().number("depthSequential")
                                / lengths.getLast().number("depthNewton"));
    }

    /**
     * Whether the larger exponent needs more of Newton's sweeps: with inputs of one strength, and
     * between a weakly and a strongly driven network.
     */
    static Sample exponent(NamedResult r) {
        return Sample.of(
                        above(
                                "moreSweepsOneStrength",
                                more(r, STRONG, SMALL_GAIN, STRONG, MIDDLE_GAIN),
                                0),
                        above(
                                "moreSweepsTwoStrengths",
                                more(r, WEAK, SMALL_GAIN, STRONG, MIDDLE_GAIN),
                                0))
                .figures(
                        setting(r, STRONG, SMALL_GAIN).number("lyapunov"),
                        sweeps(r, STRONG, SMALL_GAIN, "newton"),
                        setting(r, STRONG, MIDDLE_GAIN).number("lyapunov"),
                        sweeps(r, STRONG, MIDDLE_GAIN, "newton"),
                        SMALL_GAIN,
                        MIDDLE_GAIN,
                        setting(r, WEAK, SMALL_GAIN).number("lyapunov"),
                        sweeps(r, WEAK, SMALL_GAIN, "newton"));
    }

    /** Sweeps of the network with the larger exponent beyond those of the other. */
    private static double more(
            NamedResult r, double sigmaA, double gainA, double sigmaB, double gainB) {
        double difference = sweeps(r, sigmaB, gainB, "newton") - sweeps(r, sigmaA, gainA, "newton");
        double exponents =
                setting(r, sigmaB, gainB).number("lyapunov")
                        - setting(r, sigmaA, gainA).number("lyapunov");
        return Math.signum(exponents) * difference;
    }

    static Sample inputs(NamedResult r) {
        double weakSmall = sweeps(r, WEAK, SMALL_GAIN, "newton");
        double strongSmall = sweeps(r, STRONG, SMALL_GAIN, "newton");
        double weakLarge = sweeps(r, WEAK, LARGE_GAIN, "newton");
        double strongLarge = sweeps(r, STRONG, LARGE_GAIN, "newton");
        return Sample.of(
                        above("weakOverStrongSmallGain", weakSmall / strongSmall, 1),
                        above("weakOverStrongLargeGain", weakLarge / strongLarge, 1))
                .figures(
                        SMALL_GAIN,
                        weakSmall,
                        strongSmall,
                        LARGE_GAIN,
                        weakLarge,
                        strongLarge,
                        WEAK,
                        STRONG);
    }

    static Sample clip(NamedResult r) {
        double free = sweeps(r, STRONG, LARGE_GAIN, "newton");
        double unit = sweeps(r, STRONG, LARGE_GAIN, "newtonUnit");
        return Sample.of(below("unitOverFree", unit / free, 1)).figures(free, unit);
    }

    /**
     * Claimed is that Newton's method does not end within T sweeps where small differences grow; a
     * network where they do not grow says nothing against it.
     */
    static Sample chaos(NamedResult r) {
        double length = r.number("sequentialDepth");
        double sweeps = sweeps(r, "newton");
        double exponent = r.number("lyapunov");
        double ofLength = exponent > 0 ? sweeps / length : Double.POSITIVE_INFINITY;
        return Sample.of(above("sweepsOfLength", ofLength, 1))
                .figures(sweeps, length, exponent, method(r, "newton").number("peak"));
    }

    /**
     * The best method's speed on an ideal machine: with as many processors as the loop can use (a
     * step's multiplications), and with as many as are tried.
     */
    static Sample price(NamedResult r) {
        ResultRow longest = r.table("lengths").rows().getLast();
        double usable = longest.number("workSequential") / longest.number("depthSequential");
        List<RunResult.Series> speedUps =
                List.of("newton", "quasi", "jacobi", "fixedA").stream()
                        .filter(method -> !longest.has(method, "never"))
                        .map(method -> r.series("speedUp." + method))
                        .toList();
        double[] processors = speedUps.getFirst().x();
        int few = 0;
        while (few < processors.length - 1 && processors[few + 1] <= usable) {
            few++;
        }
        int most = processors.length - 1;
        return Sample.of(
                        above("speedUpFew", fastest(speedUps, few), 1),
                        above("speedUpMost", fastest(speedUps, most), 1))
                .figures(
                        longest.number("workNewton") / longest.number("workSequential"),
                        processors[few],
                        fastest(speedUps, few),
                        processors[most],
                        fastest(speedUps, most));
    }

    private static double fastest(List<RunResult.Series> speedUps, int machine) {
        return speedUps.stream().mapToDouble(series -> series.y()[machine]).max().orElseThrow();
    }
}
