package spaceslab.essay.nonlinearrnn;

/** {@link KalmanSweep} with the diagonal of J_t: a scalar filter for each channel, T d. */
final class ScalarKalmanSweep implements Sweep {
    private final RecurrentProblem problem;
    private final RecurrentCell cell;
    private final double noise;
    private final Precision precision;

    ScalarKalmanSweep(RecurrentProblem problem, double noise, Precision precision) {
        this.problem = problem;
        this.cell = problem.cell().twin();
        this.noise = noise;
        this.precision = precision;
    }

    @Override
    public void sweep(double[] old, double[] next) {
        int d = cell.stateSize();
        double[] jacobian = new double[d * d];
        double[] value = new double[d];
        double[] variance = new double[d];
        System.arraycopy(problem.start(), 0, next, 0, d);
        for (int t = 1; t <= problem.length(); t++) {
            int from = (t - 1) * d;
            int input = (t - 1) * cell.inputSize();
            cell.stepWithJacobian(old, from, problem.inputs(), input, value, 0, jacobian, 0);
            for (int k = 0; k < d; k++) {
                double slope = jacobian[k * d + k];
                double mean = value[k] + slope * (next[from + k] - old[from + k]);
                double predicted = slope * slope * variance[k] + 1;
                double gain = predicted / (predicted + noise);
                next[t * d + k] = mean + gain * (old[t * d + k] - mean);
                variance[k] = noise * gain;
            }
            precision.store(next, t * d, d);
        }
    }
}
