package spaceslab.essay.pretraining.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import spaceslab.essay.pretraining.training.Sequences;

/**
 * Guesses a label from features taken for independent: Σ log (n_1(f) + 1)/(N_1 + V) − log (n_0(f) +
 * 1)/(N_0 + V) over the features f of a text, with n_c(f) counted on training texts of label c and
 * V different features. A text that speaks for neither counts half.
 */
final class NaiveBayes {
    /** What a text is taken for a bag of. */
    enum Features {
        /** Its bytes. */
        BYTES(1, false),
        /** Every three bytes in a row; of Chinese text, its characters among others. */
        TRIGRAMS(3, false),
        /** The same, each together with its place. */
        PLACED(3, true);

        private final int bytes;
        private final boolean placed;

        Features(int bytes, boolean placed) {
            this.bytes = bytes;
            this.placed = placed;
        }
    }

    private static final double NEITHER = 1e-9;

    private final Features features;
    private final Map<Long, int[]> counts = new HashMap<>();
    private final int[] totals = new int[2];

    NaiveBayes(Features features, Sequences training) {
        this.features = features;
        for (int i = 0; i < training.size(); i++) {
            int label = training.labels()[i];
            for (long feature : of(training, i)) {
                counts.computeIfAbsent(feature, f -> new int[2])[label]++;
                totals[label]++;
            }
        }
    }

    private long[] of(Sequences texts, int i) {
        int from = i * texts.time();
        int bytes = features.bytes;
        IntUnaryOperator at = t -> texts.tokens()[from + t];
        long[] found = new long[texts.time() - bytes + 1];
        Arrays.setAll(
                found,
                t -> {
                    long feature = features.placed ? t + 1 : 0;
                    for (int b = 0; b < bytes; b++) {
                        feature = feature * 257 + at.applyAsInt(t + b);
                    }
                    return feature;
                });
        return found;
    }

    /** Percent of the texts that are guessed rightly. */
    double percent(Sequences texts) {
        double right = 0;
        for (int i = 0; i < texts.size(); i++) {
            double evidence = evidence(texts, i);
            if (Math.abs(evidence) < NEITHER) {
                right += 0.5;
            } else {
                right += evidence > 0 == (texts.labels()[i] == 1) ? 1 : 0;
            }
        }
        return 100 * right / texts.size();
    }

    private double evidence(Sequences texts, int i) {
        int different = counts.size();
        int[] never = new int[2];
        double evidence = 0;
        for (long feature : of(texts, i)) {
            int[] n = counts.getOrDefault(feature, never);
            evidence +=
                    Math.log((n[1] + 1.0) / (totals[1] + different))
                            - Math.log((n[0] + 1.0) / (totals[0] + different));
        }
        return evidence;
    }
}
