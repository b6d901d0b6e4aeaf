package spaceslab.essay.emo.language;

import java.util.Arrays;
import java.util.List;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.data.BytePairs;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/**
 * Measures what a model writes on after the beginnings of test windows: how little it surprises the
 * larger reference model, how varied it is, and how near it is to how the Bible itself goes on. In
 * the innermost scope.
 */
final class Judge {
    /** Symbols of a beginning, the first of which is only read. */
    static final int BEGINNING = 16;

    private static final int TEXTS_PER_CLUSTER = 10;

    /** Clusterings from different seeds, over which the area is a mean. */
    private static final int CLUSTERINGS = 5;

    private static final int CLUSTERS = 1;
    private static final int WRITING = 2;

    private final VerseModel reference = TrainedWeights.model(ModelSize.REFERENCE);
    private final TextWindows real;
    private final SeededStreams streams;
    private final StopSignal stop;

    /**
     * What is said of written texts.
     *
     * @param perplexity under the reference model, of a written symbol
     * @param distinct2 share of different pairs of words
     * @param distinct4 share of different fours of words
     * @param selfBleu with all others as references
     * @param mauve area under the divergence frontier to the test windows, beginnings included
     */
    record Verdict(
            double perplexity, double distinct2, double distinct4, double selfBleu, double mauve) {}

    /** {@code texts} windows of the test verses. */
    Judge(int texts, SeededStreams streams, StopSignal stop) {
        int[] test = BibleText.all().test();
        real = TextWindows.consecutive(test, VerseModel.CONTEXT).part(0, texts);
        this.streams = streams;
        this.stop = stop;
    }

    /** The test windows. */
    TextWindows real() {
        return real;
    }

    /** As many windows of verses far from them, which all models have learned from. */
    TextWindows otherVerses() {
        int[] text = BibleText.all().pretraining();
        return TextWindows.consecutive(text, VerseModel.CONTEXT).part(0, real.count());
    }

    /** The first test windows as a model writes them on. */
    TextWindows writtenBy(VerseModel model, int count) {
        return model.writeOn(beginnings(real, count), streams.child(WRITING), stop);
    }

    /** The beginnings of the first windows. */
    static TextWindows beginnings(TextWindows windows, int count) {
        int[][] beginnings = new int[count][];
        Arrays.setAll(beginnings, i -> Arrays.copyOf(windows.windows()[i], BEGINNING));
        return new TextWindows(beginnings);
    }

    /** exp of the mean surprise of what follows the beginnings. */
    double perplexity(TextWindows written) {
        double[][] surprise = reference.surprise(written, stop);
        double sum = 0;
        int count = 0;
        for (double[] window : surprise) {
            for (int t = BEGINNING - 1; t < window.length; t++) {
                sum += window[t];
                count++;
            }
        }
        return Math.exp(sum / count);
    }

    Verdict of(TextWindows written) {
        List<List<String>> texts =
                Arrays.stream(written.windows()).map(Judge::continuation).map(Words::of).toList();
        return new Verdict(
                perplexity(written),
                Words.distinct(texts, 2),
                Words.distinct(texts, 4),
                SelfBleu.of(texts),
                mauve(written));
    }

    private double mauve(TextWindows written) {
        double[][] features = reference.features(written, stop);
        double[][] wanted = reference.features(real, stop);
        int clusters = real.count() / TEXTS_PER_CLUSTER;
        double sum = 0;
        for (int c = 0; c < CLUSTERINGS; c++) {
            RandomStream random = streams.child(CLUSTERS).stream(c);
            sum += DivergenceFrontier.area(features, wanted, clusters, random, stop);
        }
        return sum / CLUSTERINGS;
    }

    /** What follows the beginning, as text. */
    static String continuation(int[] window) {
        BytePairs vocabulary = BibleText.all().vocabulary();
        return vocabulary.decode(Arrays.copyOfRange(window, BEGINNING, window.length));
    }
}
