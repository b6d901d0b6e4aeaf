package spaceslab.essay.nonlinearrnn.training;

import spaceslab.numerics.RandomStream;

/**
 * The affine map y = W x + b inside a flat parameter vector: W (outputs × inputs, row-major) from
 * {@code offset}, then b. O(outputs · inputs) each way.
 *
 * @param offset of W in the parameter vector
 */
public record Affine(int offset, int inputs, int outputs) {
    /** Where the parameters of this map end. */
    public int end() {
        return offset + outputs * inputs + outputs;
    }

    /** W normal with variance 1/inputs times gain², b zero. */
    public void initialise(double[] parameters, double gain, RandomStream random) {
        for (int i = 0; i < outputs * inputs; i++) {
            parameters[offset + i] = gain * random.nextGaussian() / Math.sqrt(inputs);
        }
    }

    /** y ← W x + b for {@code x[from …]}, written to {@code y[to …]}. */
    void apply(double[] parameters, double[] x, int from, double[] y, int to) {
        int bias = offset + outputs * inputs;
        for (int i = 0; i < outputs; i++) {
            double sum = parameters[bias + i];
            int row = offset + i * inputs;
            for (int j = 0; j < inputs; j++) {
                sum += parameters[row + j] * x[from + j];
            }
            y[to + i] = sum;
        }
    }

    /** Adds ∂/∂W = g xᵀ and ∂/∂b = g to {@code gradient}. */
    void addGradient(double[] gradient, double[] x, int from, double[] g, int at) {
        int bias = offset + outputs * inputs;
        for (int i = 0; i < outputs; i++) {
            double gi = g[at + i];
            gradient[bias + i] += gi;
            int row = offset + i * inputs;
            for (int j = 0; j < inputs; j++) {
                gradient[row + j] += gi * x[from + j];
            }
        }
    }

    /** Adds Wᵀ g to {@code x[to …]}. */
    void addTransposed(double[] parameters, double[] g, int at, double[] x, int to) {
        for (int i = 0; i < outputs; i++) {
            double gi = g[at + i];
            int row = offset + i * inputs;
            for (int j = 0; j < inputs; j++) {
                x[to + j] += parameters[row + j] * gi;
            }
        }
    }
}
