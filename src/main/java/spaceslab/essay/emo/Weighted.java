package spaceslab.essay.emo;

import java.util.List;
import spaceslab.essay.emo.loss.Softmax;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/** Lists of numbers beside a list of tokens: missing ones have a value of their own. */
final class Weighted {
    private Weighted() {}

    /** The first {@code size} numbers, {@code missing} where there is none. */
    static double[] padded(List<Double> numbers, int size, double missing) {
        double[] padded = new double[size];
        for (int i = 0; i < size; i++) {
            padded[i] = i < numbers.size() ? numbers.get(i) : missing;
        }
        return padded;
    }

    /**
     * Masses in proportion to weights; missing ones are 0.
     *
     * @throws InvalidParameters where all of them are 0
     */
    static double[] masses(String parameter, List<Double> weights, int size) {
        double[] padded = padded(weights, size, 0);
        double sum = 0;
        for (double weight : padded) {
            sum += weight;
        }
        if (!(sum > 0)) {
            throw new InvalidParameters(
                    new Violation(parameter, ParameterSchema.text(weights), "range", "Σ w > 0"));
        }
        return Softmax.normalised(padded);
    }
}
