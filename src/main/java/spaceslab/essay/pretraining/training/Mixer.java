package spaceslab.essay.pretraining.training;

import java.util.Optional;
import spaceslab.learning.Activation;
import spaceslab.learning.DiagonalRecurrence;
import spaceslab.learning.Layer;
import spaceslab.learning.Linear;
import spaceslab.learning.MultiHeadAttention;
import spaceslab.learning.RecurrenceStart;
import spaceslab.learning.Tensor;
import spaceslab.learning.Weights;

/** The part of a block that mixes positions, and what can be seen of how it does. */
sealed interface Mixer extends Layer {
    /** States of a recurrence in each channel, conjugate pairs. */
    int STATES = 16;

    /**
     * How much of what each position receives comes from which, on average over a batch: [time,
     * time] row-major, rows sum to 1.
     */
    double[] shares(Tensor x);

    /** max over channels of |K_l| for l = 1 − time … time − 1, where there is a recurrence. */
    Optional<double[]> kernel();

    static Mixer of(Weights weights, ModelSizes sizes, Layer positions) {
        boolean bothWays = !sizes.causal();
        int d = sizes.width();
        if (!sizes.architecture().attends()) {
            RecurrenceStart start = sizes.architecture().start().orElseThrow();
            return new Recurrent(
                    recurrence(weights.within("system"), sizes, start, bothWays),
                    new Linear(weights.within("out"), d, d),
                    sizes.time());
        }
        Optional<DiagonalRecurrence> averages =
                sizes.architecture()
                        .start()
                        .map(start ->
                                recurrence(weights.within("averages"), sizes, start, bothWays));
        return new Attending(
                averages,
                new MultiHeadAttention(weights, d, ModelSizes.HEADS, sizes.causal(), positions),
                sizes.time());
    }

    private static DiagonalRecurrence recurrence(
            Weights weights, ModelSizes sizes, RecurrenceStart start, boolean bothWays) {
        return new DiagonalRecurrence(
                weights, sizes.width(), STATES, sizes.time(), start, bothWays);
    }

    private static double[] largest(DiagonalRecurrence recurrence, int time) {
        return recurrence.kernel(time).absolute().max(0).toDoubles();
    }

    /** Attention, over moving averages where there are some. */
    record Attending(Optional<DiagonalRecurrence> averages, MultiHeadAttention attention, int time)
            implements Mixer {
        private Tensor seen(Tensor x) {
            return averages.map(a -> Activation.SILU.apply(a.apply(x))).orElse(x);
        }

        @Override
        public Tensor apply(Tensor x) {
            return attention.apply(seen(x));
        }

        @Override
        public double[] shares(Tensor x) {
            return attention.weights(seen(x)).mean(0).mean(0).toDoubles();
        }

        @Override
        public Optional<double[]> kernel() {
            return averages.map(a -> largest(a, time));
        }
    }

    /** A recurrence, GELU and a linear map over channels. */
    record Recurrent(DiagonalRecurrence recurrence, Linear out, int time) implements Mixer {
        @Override
        public Tensor apply(Tensor x) {
            return out.apply(recurrence.apply(x).gelu());
        }

        /** By |K_{t−s}|, mean over channels; whatever the batch. */
        @Override
        public double[] shares(Tensor x) {
            double[] byLag = recurrence.kernel(time).absolute().mean(0).toDoubles();
            double[] shares = new double[time * time];
            for (int t = 0; t < time; t++) {
                double sum = 0;
                for (int s = 0; s < time; s++) {
                    sum += byLag[t - s + time - 1];
                }
                for (int s = 0; s < time; s++) {
                    shares[t * time + s] = byLag[t - s + time - 1] / sum;
                }
            }
            return shares;
        }

        @Override
        public Optional<double[]> kernel() {
            return Optional.of(largest(recurrence, time));
        }
    }
}
