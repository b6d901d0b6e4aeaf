package spaceslab.essay.pretraining.text;

import java.util.List;
import java.util.stream.IntStream;
import spaceslab.essay.pretraining.training.SequenceSets;
import spaceslab.essay.pretraining.training.Sequences;
import spaceslab.experiment.StopSignal;

/** What counting is worth on the test texts, in percent: no model should stay below it. */
final class CountingBaselines {
    /** In the order of {@link #percents}. */
    static final List<String> NAMES =
            List.of("majority", "byBytes", "byTrigrams", "byPlaced", "commonest");

    /** So many of them guess labels; the last guesses hidden bytes. */
    static final int LABELS = 4;

    private CountingBaselines() {}

    /**
     * The more frequent label always; {@link NaiveBayes} by each kind of features; the training
     * texts' most frequent byte always.
     */
    static double[] percents(SequenceSets sets, StopSignal stop) {
        double[] percents = new double[NAMES.size()];
        percents[0] = majority(sets);
        for (NaiveBayes.Features features : NaiveBayes.Features.values()) {
            stop.check();
            percents[1 + features.ordinal()] =
                    new NaiveBayes(features, sets.training()).percent(sets.test());
        }
        percents[LABELS] = commonest(sets);
        return percents;
    }

    private static double majority(SequenceSets sets) {
        int ones = IntStream.of(sets.training().labels()).sum();
        int guess = 2 * ones > sets.training().size() ? 1 : 0;
        long right = IntStream.of(sets.test().labels()).filter(l -> l == guess).count();
        return 100.0 * right / sets.test().size();
    }

    private static double commonest(SequenceSets sets) {
        int[] counts = counts(sets.training());
        int guess = 0;
        for (int token = 1; token < counts.length; token++) {
            guess = counts[token] > counts[guess] ? token : guess;
        }
        return 100.0 * counts(sets.test())[guess] / sets.test().tokens().length;
    }

    private static int[] counts(Sequences texts) {
        int[] counts = new int[1 + TextTask.LEVELS];
        for (int token : texts.tokens()) {
            counts[token]++;
        }
        return counts;
    }
}
