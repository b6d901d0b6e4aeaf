package spaceslab.essay.nonlinearrnn;

/**
 * Random cells and inputs by the recipe of the reference vectors, so that another tool draws the
 * same: SplitMix64(seed), uniform = (z ≫ 11) 2⁻⁵³, normal = √(−2 ln(1 − u₁)) cos(2π u₂); weights
 * first (recurrent ones times g/√d), then inputs row by row, times σ.
 */
final class RandomProblem {
    private long state;

    private RandomProblem(long seed) {
        state = seed;
    }

    /** x_0 = 0; d is the number of units. */
    static RecurrentProblem of(
            CellKind kind, int d, int length, double gain, double sigma, long seed) {
        RandomProblem random = new RandomProblem(seed);
        double recurrent = gain / Math.sqrt(d);
        double input = 1 / Math.sqrt(d);
        RecurrentCell cell =
                switch (kind) {
                    case TANH -> new TanhCell(d, random.normals(d * d, recurrent));
                    case GRU -> {
                        double[] theta = new double[GruCell.size(d, d)];
                        random.fill(theta, 0, 3 * d * d, input);
                        random.fill(theta, 3 * d * d, 3 * d * d, recurrent);
                        yield new GruCell(d, d, theta);
                    }
                    case LSTM -> {
                        double[] theta = new double[LstmCell.size(d, d)];
                        random.fill(theta, 0, 4 * d * d, input);
                        random.fill(theta, 4 * d * d, 4 * d * d, recurrent);
                        yield new LstmCell(d, d, theta);
                    }
                };
        double[] inputs = random.normals(length * d, sigma);
        return new RecurrentProblem(cell, inputs, new double[cell.stateSize()]);
    }

    private double[] normals(int count, double scale) {
        double[] values = new double[count];
        fill(values, 0, count, scale);
        return values;
    }

    private void fill(double[] values, int offset, int count, double scale) {
        for (int i = offset; i < offset + count; i++) {
            double u1 = uniform();
            double u2 = uniform();
            values[i] = scale * Math.sqrt(-2 * Math.log(1 - u1)) * Math.cos(2 * Math.PI * u2);
        }
    }

    private double uniform() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return (z >>> 11) * 0x1p-53;
    }
}
