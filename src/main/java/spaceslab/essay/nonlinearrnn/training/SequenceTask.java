package spaceslab.essay.nonlinearrnn.training;

import spaceslab.numerics.RandomStream;

/**
 * Tasks that need memory, with exact generators. Each knows the loss of the best constant
 * predictor, which anything that has learned must undercut.
 */
public enum SequenceTask {
    /**
     * Hochreiter and Schmidhuber's adding problem (doi:10.1162/neco.1997.9.8.1735): a value uniform
     * in [0, 1) and a mark at every step; one mark falls in the first half, one in the second; the
     * last output must be the sum of the two marked values. Always answering 1 costs the variance 2
     * · 1/12 = 1/6.
     */
    ADDING(2, 1, SequenceLoss.SQUARED) {
        @Override
        public Sequence draw(int index, int length, RandomStream random) {
            double[] inputs = new double[2 * length];
            for (int t = 0; t < length; t++) {
                inputs[2 * t] = random.nextDouble();
            }
            int half = length / 2;
            int first = random.nextInt(half);
            int second = half + random.nextInt(length - half);
            inputs[2 * first + 1] = 1;
            inputs[2 * second + 1] = 1;
            double sum = inputs[2 * first] + inputs[2 * second];
            return new Sequence(index, inputs, new int[] {length - 1}, new double[] {sum});
        }

        @Override
        public double baseline() {
            return 1.0 / 6;
        }
    },
    /**
     * Copying: a quarter of the length (at most 5 steps) shows symbols, blanks follow, a mark asks
     * for the symbols in order at the last steps. One-hot inputs: the symbols, then the mark. Only
     * the recalled steps cost, so a constant answer costs log(symbols).
     */
    COPY(5, 4, SequenceLoss.CROSS_ENTROPY) {
        @Override
        public Sequence draw(int index, int length, RandomStream random) {
            int symbols = outputs();
            int shown = Math.min(5, length / 4);
            double[] inputs = new double[inputs() * length];
            int[] at = new int[shown];
            double[] targets = new double[shown];
            for (int i = 0; i < shown; i++) {
                int symbol = random.nextInt(symbols);
                inputs[inputs() * i + symbol] = 1;
                at[i] = length - shown + i;
                targets[i] = symbol;
                inputs[inputs() * at[i] + symbols] = 1;
            }
            return new Sequence(index, inputs, at, targets);
        }

        @Override
        public double baseline() {
            return Math.log(outputs());
        }
    },
    /**
     * Running parity: a fair bit at every step (−1 or 1), and at every step the parity of the ones
     * so far. No finite window and no linear recurrence with a single non-negative spectrum tells
     * it. A constant answer costs log 2.
     */
    PARITY(1, 2, SequenceLoss.CROSS_ENTROPY) {
        @Override
        public Sequence draw(int index, int length, RandomStream random) {
            double[] inputs = new double[length];
            int[] at = new int[length];
            double[] targets = new double[length];
            int parity = 0;
            for (int t = 0; t < length; t++) {
                int bit = random.nextLong() < 0 ? 1 : 0;
                parity ^= bit;
                inputs[t] = 2 * bit - 1;
                at[t] = t;
                targets[t] = parity;
            }
            return new Sequence(index, inputs, at, targets);
        }

        @Override
        public double baseline() {
            return Math.log(2);
        }
    };

    private final int inputs;
    private final int outputs;
    private final SequenceLoss loss;

    SequenceTask(int inputs, int outputs, SequenceLoss loss) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.loss = loss;
    }

    /** Numbers that enter at each step. */
    public int inputs() {
        return inputs;
    }

    /** Numbers that leave at each step. */
    public int outputs() {
        return outputs;
    }

    public SequenceLoss loss() {
        return loss;
    }

    /** Draws one example of {@code length} steps (at least 4) from its own stream. */
    public abstract Sequence draw(int index, int length, RandomStream random);

    /** Expected loss of the best answer that ignores the input. */
    public abstract double baseline();
}
