package spaceslab.essay.nonlinearrnn;

import java.util.List;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** The checks of {@link NonlinearRnnFindings}: each reads a finished run and measures. */
final class NonlinearRnnChecks {
    private NonlinearRnnChecks() {}

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
    static Measurement smallSignals(RunResult r, double tolerance) {
        int fixed = sweeps(r, "fixedA");
        return Measurement.that(
                converged(r, "fixedA") && fixed <= 5 + tolerance, fixed, sweeps(r, "jacobi"));
    }

    /** B = A beats Jacobi for a network that contracts. */
    static Measurement simple(RunResult r, double tolerance) {
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

    static Measurement expansions(RunResult r, double tolerance) {
        int fixed = sweeps(r, "fixedA");
        int input = sweeps(r, "expandInput");
        int newton = sweeps(r, "newton");
        return Measurement.that(newton < input && input < fixed, fixed, input, newton);
    }

    static Measurement eigenbasis(RunResult r, double tolerance) {
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

    static Measurement freed(RunResult r, double tolerance) {
        double error = ((Number) cell(r, "decoupled", 3)).doubleValue();
        return Measurement.that(
                converged(r, "decoupled") && error <= tolerance,
                error,
                sweeps(r, "decoupled"),
                sweeps(r, "diagonalised"));
    }

    static Measurement gru(RunResult r, double tolerance) {
        int fixed = sweeps(r, "fixedA");
        int jacobi = sweeps(r, "jacobi");
        return Measurement.that(
                converged(r, "fixedA") && fixed < jacobi, fixed, jacobi, sweeps(r, "newton"));
    }

    /** log error doubles from sweep to sweep once it is small. */
    static Measurement quadratic(RunResult r, double tolerance) {
        double[] e = errors(r, "newton");
        double order = 0;
        for (int n = 2; n < e.length; n++) {
            if (e[n - 1] < 0.1 && e[n] > 1e-13) {
                order = Math.log(e[n]) / Math.log(e[n - 1]);
            }
        }
        return Measurement.that(order >= 2 - 2 * tolerance, order, sweeps(r, "newton"));
    }

    static Measurement lstm(RunResult r, double tolerance) {
        return Measurement.that(
                converged(r, "newton") && sweeps(r, "newton") < 20,
                sweeps(r, "newton"),
                sweeps(r, "jacobi"));
    }

    /** Exact states after ten sweeps: at least ten for affine methods, fewer for ELK. */
    static Measurement prefix(RunResult r, double tolerance) {
        int elk = ((Number) cell(r, "elk", 5)).intValue();
        int least = Integer.MAX_VALUE;
        for (String method : List.of("newton", "fixedA", "jacobi")) {
            least = Math.min(least, ((Number) cell(r, method, 5)).intValue());
        }
        return Measurement.that(least >= 10 && elk < 10, least, elk);
    }

    static Measurement warm(RunResult r, double tolerance) {
        double[] e = errors(r, "newton");
        return Measurement.that(
                converged(r, "newton") && sweeps(r, "newton") <= 3, sweeps(r, "newton"), e[0]);
    }

    static Measurement lengthFree(RunResult r, double tolerance) {
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
    static Measurement exponent(RunResult r, double tolerance) {
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

    static Measurement inputs(RunResult r, double tolerance) {
        int weak = gainSweeps(r, 0.1, 1, "newton");
        int strong = gainSweeps(r, 1, 1, "newton");
        return Measurement.that(strong < weak, weak, strong);
    }

    static Measurement clip(RunResult r, double tolerance) {
        int free = gainSweeps(r, 1, 1.5, "newton");
        int unit = gainSweeps(r, 1, 1.5, "newtonUnit");
        return Measurement.that(unit < free, free, unit);
    }

    /** Newton's method does not end within T sweeps where small differences grow. */
    static Measurement chaos(RunResult r, double tolerance) {
        boolean chaotic = r.number("lyapunov") > 0;
        return Measurement.that(
                chaotic && !converged(r, "newton"),
                sweeps(r, "newton"),
                r.number("sequentialDepth"),
                r.number("lyapunov"),
                cell(r, "newton", 4));
    }

    /** Newton's price in work, and the processors from which the price is worth paying. */
    static Measurement price(RunResult r, double tolerance) {
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
