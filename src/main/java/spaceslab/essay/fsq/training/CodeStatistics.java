package spaceslab.essay.fsq.training;

import java.util.function.IntBinaryOperator;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/**
 * What counting alone knows of code sequences, without a network: how often each integer occurs, at
 * each position, after each other integer, and at each position of each class. Counted on the
 * training sequences; costs are those of other sequences, in bits.
 */
final class CodeStatistics {
    /** What the next integer is guessed from. */
    enum Guess {
        /** Nothing: log₂ K each. */
        UNIFORM,
        /** The histogram of all integers. */
        UNIGRAM,
        /** The histogram at the position. */
        POSITION,
        /** The histogram after the integer before. */
        BIGRAM,
        /** The histogram at the position in images of the class. */
        CLASS_POSITION
    }

    private final int length;
    private final int symbols;
    private final SymbolCounts unigram;
    private final SymbolCounts position;
    private final SymbolCounts bigram;
    private final SymbolCounts classPosition;

    /** Of training sequences; O(sequences · length). */
    CodeStatistics(CodeSequences train) {
        length = train.length();
        symbols = train.symbols();
        unigram = new SymbolCounts(1, symbols, (context, symbol) -> 1.0 / symbols);
        SymbolCounts.Prior any = (context, symbol) -> unigram.probability(0, symbol);
        position = new SymbolCounts(length, symbols, any);
        bigram = new SymbolCounts(symbols + 1, symbols, any);
        classPosition =
                new SymbolCounts(
                        train.classes() * length,
                        symbols,
                        (context, symbol) -> position.probability(context % length, symbol));
        for (int i = 0; i < train.size(); i++) {
            for (int t = 0; t < length; t++) {
                int symbol = train.at(i, t);
                unigram.add(0, symbol);
                position.add(t, symbol);
                bigram.add(before(train, i, t), symbol);
                classPosition.add(train.label(i) * length + t, symbol);
            }
        }
    }

    /** The integer before, or K at the beginning. */
    private static int before(CodeSequences sequences, int sequence, int position) {
        return position == 0 ? sequences.symbols() : sequences.at(sequence, position - 1);
    }

    /** Mean bits of every position of these sequences, coded by the guess. */
    double[] bits(Guess guess, CodeSequences sequences, StopSignal stop) {
        double[] bits = new double[length];
        for (int i = 0; i < sequences.size(); i++) {
            stop.check();
            for (int t = 0; t < length; t++) {
                bits[t] -= Math.log(probability(guess, sequences, i, t));
            }
        }
        for (int t = 0; t < length; t++) {
            bits[t] /= sequences.size() * Math.log(2);
        }
        return bits;
    }

    private double probability(Guess guess, CodeSequences sequences, int i, int t) {
        int symbol = sequences.at(i, t);
        return switch (guess) {
            case UNIFORM -> 1.0 / symbols;
            case UNIGRAM -> unigram.probability(0, symbol);
            case POSITION -> position.probability(t, symbol);
            case BIGRAM -> bigram.probability(before(sequences, i, t), symbol);
            case CLASS_POSITION ->
                    classPosition.probability(sequences.label(i) * length + t, symbol);
        };
    }

    /** Sequences of integers that have nothing to do with each other, from the histogram of all. */
    int[][] drawUnigram(int count, SeededStreams streams, StopSignal stop) {
        return draw(count, streams, stop, unigram, (sequence, t) -> 0);
    }

    /** Sequences of integers drawn one by one from the histograms of position and class. */
    int[][] drawClassPosition(int[] labels, SeededStreams streams, StopSignal stop) {
        return draw(labels.length, streams, stop, classPosition, (i, t) -> labels[i] * length + t);
    }

    private int[][] draw(
            int count,
            SeededStreams streams,
            StopSignal stop,
            SymbolCounts counts,
            IntBinaryOperator context) {
        int[][] drawn = new int[count][length];
        for (int i = 0; i < count; i++) {
            stop.check();
            RandomStream random = streams.stream(i);
            for (int t = 0; t < length; t++) {
                drawn[i][t] = counts.draw(context.applyAsInt(i, t), random);
            }
        }
        return drawn;
    }
}
