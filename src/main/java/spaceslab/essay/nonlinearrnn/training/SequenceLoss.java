package spaceslab.essay.nonlinearrnn.training;

/** What an output o costs against its target; both write ∂loss/∂o over the output. */
public enum SequenceLoss {
    /** (o − y)² of a single output. */
    SQUARED {
        @Override
        double costAndGradient(double[] outputs, double target) {
            double error = outputs[0] - target;
            outputs[0] = 2 * error;
            return error * error;
        }

        @Override
        boolean right(double[] outputs, double target) {
            return Math.abs(outputs[0] - target) < CLOSE;
        }
    },
    /** −log softmax(o)_y, in nats; the gradient is softmax(o) − e_y. */
    CROSS_ENTROPY {
        @Override
        double costAndGradient(double[] outputs, double target) {
            double largest = Double.NEGATIVE_INFINITY;
            for (double o : outputs) {
                largest = Math.max(largest, o);
            }
            double sum = 0;
            for (double o : outputs) {
                sum += Math.exp(o - largest);
            }
            double logPartition = largest + Math.log(sum);
            double cost = logPartition - outputs[(int) target];
            for (int k = 0; k < outputs.length; k++) {
                outputs[k] = Math.exp(outputs[k] - logPartition);
            }
            outputs[(int) target] -= 1;
            return cost;
        }

        @Override
        boolean right(double[] outputs, double target) {
            int best = 0;
            for (int k = 1; k < outputs.length; k++) {
                if (outputs[k] > outputs[best]) {
                    best = k;
                }
            }
            return best == (int) target;
        }
    };

    private static final double CLOSE = 0.1;

    /** Returns the cost and overwrites {@code outputs} by its gradient. */
    abstract double costAndGradient(double[] outputs, double target);

    /** Whether the answer counts as right: the class, or the value to within 0.1. */
    abstract boolean right(double[] outputs, double target);
}
