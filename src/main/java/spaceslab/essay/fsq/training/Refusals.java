package spaceslab.essay.fsq.training;

import java.util.List;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;
import spaceslab.numerics.quantisation.ScalarForm;

/** What trained tokenisers refuse beyond the range of a single parameter. */
final class Refusals {
    /** Most codes that are rounded to. */
    private static final int LARGEST = 65_536;

    private static final int MOST_STEPS = 5000;

    private Refusals() {}

    private static InvalidParameters range(String parameter, Object value, String allowed) {
        return new InvalidParameters(new Violation(parameter, value.toString(), "range", allowed));
    }

    /** At least one arm, none twice. */
    static void arms(String parameter, List<Arm> arms) {
        if (arms.isEmpty() || arms.stream().distinct().count() < arms.size()) {
            throw new InvalidParameters(
                    new Violation(
                            parameter, ParameterSchema.text(arms), "twice", "1–7 × " + all()));
        }
    }

    private static String all() {
        return String.join("|", List.of(Arm.values()).stream().map(Arm::key).toList());
    }

    /** At least one level, each as large as the arms' forms need, and a product within bounds. */
    static void levels(String parameter, List<Integer> levels, List<Arm> arms) {
        levels(parameter, levels, arms, LARGEST);
    }

    /** The same with a product of at most {@code largest}. */
    static void levels(String parameter, List<Integer> levels, List<Arm> arms, int largest) {
        int fewest = arms.contains(Arm.FSQ_TANH) ? ScalarForm.TANH.fewestLevels() : 2;
        long product = 1;
        for (int l : levels) {
            product *= l;
            if (l < fewest) {
                throw range(parameter, ParameterSchema.text(levels), fewest + " … 16");
            }
        }
        if (levels.isEmpty() || product > largest) {
            throw range(parameter, ParameterSchema.text(levels), "2 ≤ ∏ Lᵢ ≤ " + largest);
        }
    }

    /** No more codes than the training pictures have places. */
    static void codes(String parameter, List<Integer> codes, Pictures data) {
        int vectors = data.trainingSize() * data.places();
        for (int k : codes) {
            if (k > vectors) {
                throw range(parameter, k, "2 … " + vectors);
            }
        }
    }

    /** Hidden layers can only be quantised where there are some. */
    static void everyLayer(boolean everyLayer, String parameter, int depth) {
        if (everyLayer && depth == 0) {
            throw range(parameter, depth, "1 … 4");
        }
    }

    /** The whole work within its bound; {@code work} is that of one step. */
    static void steps(int steps, double work, double most) {
        int possible = (int) Math.min(MOST_STEPS, most / work);
        if (steps > possible) {
            throw range("steps", steps, "10 … " + possible);
        }
    }
}
