package spaceslab.essay.transformervq.training;

import java.util.HashSet;
import java.util.List;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/** What trainings over quantised keys refuse beyond the range of a single parameter. */
final class Refusals {
    /** Wall time of the longest run, below the budget of a queued one. */
    static final double MOST_SECONDS = 240;

    private Refusals() {}

    static InvalidParameters range(String parameter, Object value, String allowed) {
        return new InvalidParameters(new Violation(parameter, value.toString(), "range", allowed));
    }

    /** A length in whole blocks. */
    static void multiple(String parameter, int value, int block) {
        if (value % block != 0) {
            throw range(parameter, value, block + ", " + 2 * block + ", " + 3 * block + ", …");
        }
    }

    /** Each once, none with more codes than there are tokens. */
    static void codes(String parameter, List<Integer> codes, int n) {
        if (codes.isEmpty() || new HashSet<>(codes).size() < codes.size()) {
            throw new InvalidParameters(
                    new Violation(
                            parameter,
                            ParameterSchema.text(codes),
                            "twice",
                            "1–4 × [1 … " + n + "]"));
        }
        for (int c : codes) {
            if (c > n) {
                throw range(parameter, c, "1 … " + n);
            }
        }
    }

    /** A lattice with no more points than there are tokens. */
    static void levels(String parameter, List<Integer> levels, int n) {
        long product = levels.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        if (levels.isEmpty() || product > n) {
            throw range(parameter, ParameterSchema.text(levels), "2 ≤ ∏ Lᵢ ≤ " + n);
        }
    }

    /** The whole run within its bound. */
    static void steps(int steps, double secondsPerStep) {
        within("steps", steps, secondsPerStep, MOST_SECONDS);
    }

    /** So many steps, of so many seconds each, within what is left. */
    static void within(String parameter, int steps, double secondsPerStep, double seconds) {
        int possible = (int) Math.max(0, seconds / secondsPerStep);
        if (steps > possible) {
            throw range(parameter, steps, "≤ " + possible);
        }
    }
}
