package spaceslab.essay.nonlinearrnn.training;

import java.util.Arrays;

/**
 * The outputs W h_t + b of a trajectory at the steps that count, their mean loss and its gradient.
 * O(counted steps · outputs · state).
 */
public final class ReadOut {
    private final Affine map;
    private final SequenceLoss loss;
    private final double[] outputs;

    public ReadOut(Affine map, SequenceLoss loss) {
        this.map = map;
        this.loss = loss;
        outputs = new double[map.outputs()];
    }

    /**
     * Mean loss and share of right answers over the counted steps of {@code states} (length ×
     * state, row-major).
     */
    public Score score(double[] parameters, Sequence sequence, double[] states) {
        double sum = 0;
        double right = 0;
        int counted = sequence.at().length;
        for (int k = 0; k < counted; k++) {
            map.apply(parameters, states, sequence.at()[k] * map.inputs(), outputs, 0);
            right += loss.right(outputs, sequence.targets()[k]) ? 1 : 0;
            sum += loss.costAndGradient(outputs, sequence.targets()[k]);
        }
        return new Score(sum / counted, right / counted);
    }

    /**
     * The same, adding the gradient with respect to the parameters to {@code gradient} and
     * overwriting {@code stateGradient} (length × state) by the direct ∂loss/∂h_t.
     */
    public double lossAndGradient(
            double[] parameters,
            Sequence sequence,
            double[] states,
            double[] gradient,
            double[] stateGradient) {
        Arrays.fill(stateGradient, 0);
        int counted = sequence.at().length;
        double sum = 0;
        for (int k = 0; k < counted; k++) {
            int state = sequence.at()[k] * map.inputs();
            map.apply(parameters, states, state, outputs, 0);
            sum += loss.costAndGradient(outputs, sequence.targets()[k]);
            for (int i = 0; i < outputs.length; i++) {
                outputs[i] /= counted;
            }
            map.addGradient(gradient, states, state, outputs, 0);
            map.addTransposed(parameters, outputs, 0, stateGradient, state);
        }
        return sum / counted;
    }
}
