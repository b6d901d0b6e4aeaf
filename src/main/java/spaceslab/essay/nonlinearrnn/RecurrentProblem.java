package spaceslab.essay.nonlinearrnn;

/**
 * x_t = f(x_{t−1}, u_t) for t = 1 … T with x_0 given. A trajectory is (T + 1) × d doubles, row t is
 * x_t and row 0 is always x_0. Arrays are not copied: T·d can be large.
 *
 * @param cell f
 * @param inputs u, T × m; row t − 1 is u_t
 * @param start x_0
 */
public record RecurrentProblem(RecurrentCell cell, double[] inputs, double[] start) {
    public RecurrentProblem {
        if (inputs.length == 0 || inputs.length % cell.inputSize() != 0) {
            throw new IllegalArgumentException(
                    inputs.length + " inputs are not rows of " + cell.inputSize());
        }
        if (start.length != cell.stateSize()) {
            throw new IllegalArgumentException(
                    "x_0 has " + start.length + " entries instead of " + cell.stateSize());
        }
    }

    /** T. */
    public int length() {
        return inputs.length / cell.inputSize();
    }

    /** The same problem for another thread: the weights and arrays are shared, scratch is not. */
    RecurrentProblem twin() {
        return new RecurrentProblem(cell.twin(), inputs, start);
    }

    /** A trajectory of zeros after x_0. */
    public double[] zeros() {
        double[] states = new double[(length() + 1) * cell.stateSize()];
        System.arraycopy(start, 0, states, 0, start.length);
        return states;
    }

    /** The trajectory, one step after another: the truth that every method is measured against. */
    public double[] sequential() {
        double[] states = zeros();
        int d = cell.stateSize();
        for (int t = 1; t <= length(); t++) {
            cell.step(states, (t - 1) * d, inputs, (t - 1) * cell.inputSize(), states, t * d);
        }
        return states;
    }

    /** One Jacobi sweep from x_0 everywhere: x_t = f(x_0, u_t), ParaRNN's first guess. */
    public double[] oneStep() {
        double[] states = zeros();
        int d = cell.stateSize();
        for (int t = 1; t <= length(); t++) {
            cell.step(states, 0, inputs, (t - 1) * cell.inputSize(), states, t * d);
        }
        return states;
    }

    /** max |x_t − f(x_{t−1}, u_t)|: zero only at the true trajectory; NaN counts as infinite. */
    public double residual(double[] states) {
        int d = cell.stateSize();
        double[] next = new double[d];
        double largest = 0;
        for (int t = 1; t <= length(); t++) {
            cell.step(states, (t - 1) * d, inputs, (t - 1) * cell.inputSize(), next, 0);
            for (int k = 0; k < d; k++) {
                double difference = Math.abs(states[t * d + k] - next[k]);
                if (!(difference <= largest)) {
                    largest = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
                }
            }
        }
        return largest;
    }

    /** max |a − b| over a whole trajectory; NaN counts as infinite. */
    public static double distance(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = Math.abs(a[i] - b[i]);
            if (!(difference <= largest)) {
                largest = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
            }
        }
        return largest;
    }
}
