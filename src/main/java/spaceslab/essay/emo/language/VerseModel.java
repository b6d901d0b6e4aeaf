package spaceslab.essay.emo.language;

import java.util.Arrays;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Losses;
import spaceslab.learning.SymbolChoice;
import spaceslab.learning.Tensor;
import spaceslab.learning.TensorScope;
import spaceslab.learning.TransformerDecoder;
import spaceslab.learning.Weights;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/** A language model over symbols of {@link BibleText}: p(x_1 … x_T | x_0) = Π p(x_t | x_0 …). */
final class VerseModel {
    /** Symbols that a model looks back on at most, its own place included. */
    static final int CONTEXT = 64;

    private static final int PORTION = 32;

    /** Drawn from p itself. */
    private static final SymbolChoice CHOICE = new SymbolChoice(1, 1);

    private final TransformerDecoder decoder;

    VerseModel(Weights weights, ModelSize size) {
        decoder =
                new TransformerDecoder(
                        weights,
                        new TransformerDecoder.Sizes(
                                BibleText.SYMBOLS,
                                CONTEXT,
                                size.width(),
                                size.heads(),
                                size.layers()));
    }

    /** Scores [window, time, symbol] of what is asked for. */
    Tensor scores(TextWindows windows) {
        return decoder.apply(inputs(windows));
    }

    private static Tensor inputs(TextWindows windows) {
        return Tensor.indices(windows.inputs(), windows.count(), windows.length());
    }

    static Tensor targets(TextWindows windows) {
        return Tensor.indices(windows.targets(), windows.count(), windows.length());
    }

    /** The vectors of {@code scores}, [symbol, width]. */
    Tensor outputVectors() {
        return decoder.outputVectors();
    }

    /** −ln p of everything asked for, [window][time]. */
    double[][] surprise(TextWindows windows, StopSignal stop) {
        double[][] surprise = new double[windows.count()][];
        for (int from = 0; from < windows.count(); from += PORTION) {
            stop.check();
            int to = Math.min(windows.count(), from + PORTION);
            TextWindows part = windows.part(from, to);
            try (TensorScope scope = TensorScope.evaluation()) {
                double[] flat = Losses.surprise(scores(part), targets(part)).toDoubles();
                for (int i = from; i < to; i++) {
                    int at = (i - from) * part.length();
                    surprise[i] = Arrays.copyOfRange(flat, at, at + part.length());
                }
            }
        }
        return surprise;
    }

    /** The mean hidden state of each window, of length 1: [window][width]. */
    double[][] features(TextWindows windows, StopSignal stop) {
        double[][] features = new double[windows.count()][];
        for (int from = 0; from < windows.count(); from += PORTION) {
            stop.check();
            int to = Math.min(windows.count(), from + PORTION);
            try (TensorScope scope = TensorScope.evaluation()) {
                Tensor mean = decoder.hidden(inputs(windows.part(from, to))).mean(1);
                double[] flat = mean.over(mean.square().sumKept(-1).squareRoot()).toDoubles();
                int width = flat.length / (to - from);
                for (int i = from; i < to; i++) {
                    int at = (i - from) * width;
                    features[i] = Arrays.copyOfRange(flat, at, at + width);
                }
            }
        }
        return features;
    }

    /**
     * Each beginning written on to {@code CONTEXT} + 1 symbols, drawn from p itself; window i draws
     * from stream i. Cost O(T) passes over what is written so far.
     */
    TextWindows writeOn(TextWindows beginnings, SeededStreams streams, StopSignal stop) {
        int[][] written = new int[beginnings.count()][];
        for (int from = 0; from < written.length; from += PORTION) {
            int to = Math.min(written.length, from + PORTION);
            RandomStream[] random = new RandomStream[to - from];
            for (int i = from; i < to; i++) {
                written[i] = Arrays.copyOf(beginnings.windows()[i], CONTEXT + 1);
                random[i - from] = streams.stream(i);
            }
            int[][] part = Arrays.copyOfRange(written, from, to);
            for (int t = beginnings.length() + 1; t <= CONTEXT; t++) {
                stop.check();
                next(part, t, random);
            }
        }
        return new TextWindows(written);
    }

    private void next(int[][] part, int time, RandomStream[] random) {
        int[] inputs = new int[part.length * time];
        for (int i = 0; i < part.length; i++) {
            System.arraycopy(part[i], 0, inputs, i * time, time);
        }
        try (TensorScope scope = TensorScope.evaluation()) {
            Tensor last =
                    decoder.hidden(Tensor.indices(inputs, part.length, time))
                            .slice(1, time - 1, time)
                            .squeeze(1);
            double[] scores = decoder.scores(last).toDoubles();
            for (int i = 0; i < part.length; i++) {
                part[i][time] =
                        CHOICE.draw(scores, i * BibleText.SYMBOLS, BibleText.SYMBOLS, random[i]);
            }
        }
    }
}
