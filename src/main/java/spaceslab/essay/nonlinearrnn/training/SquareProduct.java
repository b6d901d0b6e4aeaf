package spaceslab.essay.nonlinearrnn.training;

/**
 * Products with a d × d matrix inside a flat parameter vector, added to their target; d² each.
 *
 * @param offset of the matrix (row-major)
 * @param d its order
 */
record SquareProduct(int offset, int d) {
    /** y[to …] += M x[from …]. */
    void add(double[] parameters, double[] x, int from, double[] y, int to) {
        for (int i = 0; i < d; i++) {
            int row = offset + i * d;
            double sum = 0;
            for (int j = 0; j < d; j++) {
                sum += parameters[row + j] * x[from + j];
            }
            y[to + i] += sum;
        }
    }

    /** x[to …] += Mᵀ g[from …]. */
    void addTransposed(double[] parameters, double[] g, int from, double[] x, int to) {
        for (int i = 0; i < d; i++) {
            int row = offset + i * d;
            double gi = g[from + i];
            for (int j = 0; j < d; j++) {
                x[to + j] += parameters[row + j] * gi;
            }
        }
    }

    /** ∂/∂M += g[at …] x[from …]ᵀ. */
    void addGradient(double[] gradient, double[] g, int at, double[] x, int from) {
        for (int i = 0; i < d; i++) {
            int row = offset + i * d;
            double gi = g[at + i];
            for (int j = 0; j < d; j++) {
                gradient[row + j] += gi * x[from + j];
            }
        }
    }
}
