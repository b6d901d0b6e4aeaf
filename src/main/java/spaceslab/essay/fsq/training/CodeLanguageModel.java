package spaceslab.essay.fsq.training;

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

/**
 * A language model over code sequences given their class: p(c_1 … c_T | y) = Π p(c_t | y, c_1 …
 * c_{t−1}). It reads y, c_1, …, c_{T−1}, the class as symbol K + y, and scores c_1, …, c_T; symbols
 * of classes are never scored.
 */
final class CodeLanguageModel {
    /**
     * Sizes.
     *
     * @param symbols K
     * @param classes of images
     * @param length T
     * @param width of the Transformer, a multiple of {@code heads}
     * @param heads of attention
     * @param layers of attention and feed-forward
     */
    record Sizes(int symbols, int classes, int length, int width, int heads, int layers) {
        /** Of a model for these sequences. */
        static Sizes of(CodeSequences sequences, int width, int heads, int layers) {
            return new Sizes(
                    sequences.symbols(),
                    sequences.classes(),
                    sequences.length(),
                    width,
                    heads,
                    layers);
        }
    }

    private static final int PORTION = 32;

    private final Sizes sizes;
    private final TransformerDecoder decoder;

    CodeLanguageModel(Weights weights, Sizes sizes) {
        this.sizes = sizes;
        this.decoder =
                new TransformerDecoder(
                        weights,
                        new TransformerDecoder.Sizes(
                                sizes.symbols() + sizes.classes(),
                                sizes.length(),
                                sizes.width(),
                                sizes.heads(),
                                sizes.layers()));
    }

    /** Mean −ln p(c_t | …) of a batch, a 0-d tensor. */
    Tensor loss(CodeSequences batch) {
        return Losses.crossEntropy(scores(batch), targets(batch));
    }

    private Tensor scores(CodeSequences batch) {
        int length = sizes.length();
        int[] inputs = new int[batch.size() * length];
        for (int i = 0; i < batch.size(); i++) {
            inputs[i * length] = sizes.symbols() + batch.label(i);
            for (int t = 1; t < length; t++) {
                inputs[i * length + t] = batch.at(i, t - 1);
            }
        }
        return decoder.apply(Tensor.indices(inputs, batch.size(), length))
                .slice(-1, 0, sizes.symbols());
    }

    private Tensor targets(CodeSequences batch) {
        int length = sizes.length();
        int[] targets = new int[batch.size() * length];
        for (int i = 0; i < batch.size(); i++) {
            for (int t = 0; t < length; t++) {
                targets[i * length + t] = batch.at(i, t);
            }
        }
        return Tensor.indices(targets, batch.size(), length);
    }

    /**
     * −log₂ p(c_t | …) of every integer of every sequence: the bits that an ideal entropy coder
     * with this model spends. Their sum over a sequence is the cost of the image.
     */
    double[][] bits(CodeSequences sequences, StopSignal stop) {
        double[][] bits = new double[sequences.size()][sizes.length()];
        for (int from = 0; from < sequences.size(); from += PORTION) {
            stop.check();
            int count = Math.min(PORTION, sequences.size() - from);
            int[] chosen = new int[count];
            for (int i = 0; i < count; i++) {
                chosen[i] = from + i;
            }
            CodeSequences part = sequences.select(chosen);
            try (TensorScope scope = TensorScope.evaluation()) {
                double[] nats = Losses.surprise(scores(part), targets(part)).toDoubles();
                for (int i = 0; i < nats.length; i++) {
                    bits[from + i / sizes.length()][i % sizes.length()] = nats[i] / Math.log(2);
                }
            }
        }
        return bits;
    }

    /**
     * One new sequence for each label, integer by integer; sequence i draws from stream i. Cost
     * O(T) passes over what is written so far.
     */
    int[][] sample(int[] labels, SymbolChoice choice, SeededStreams streams, StopSignal stop) {
        int[][] codes = new int[labels.length][];
        for (int from = 0; from < labels.length; from += PORTION) {
            int to = Math.min(labels.length, from + PORTION);
            RandomStream[] random = new RandomStream[to - from];
            for (int i = from; i < to; i++) {
                random[i - from] = streams.stream(i);
            }
            int[] own = Arrays.copyOfRange(labels, from, to);
            System.arraycopy(sample(own, choice, random, stop), 0, codes, from, to - from);
        }
        return codes;
    }

    private int[][] sample(
            int[] labels, SymbolChoice choice, RandomStream[] random, StopSignal stop) {
        int[][] codes = new int[labels.length][sizes.length()];
        for (int t = 0; t < sizes.length(); t++) {
            stop.check();
            try (TensorScope scope = TensorScope.evaluation()) {
                double[] scores = nextScores(labels, codes, t).toDoubles();
                for (int i = 0; i < labels.length; i++) {
                    codes[i][t] =
                            choice.draw(scores, i * sizes.symbols(), sizes.symbols(), random[i]);
                }
            }
        }
        return codes;
    }

    /** Scores [sequence, K] of the integer at a position, given the class and those before. */
    private Tensor nextScores(int[] labels, int[][] codes, int position) {
        int time = position + 1;
        int[] inputs = new int[labels.length * time];
        for (int i = 0; i < labels.length; i++) {
            inputs[i * time] = sizes.symbols() + labels[i];
            System.arraycopy(codes[i], 0, inputs, i * time + 1, position);
        }
        return decoder.apply(Tensor.indices(inputs, labels.length, time))
                .slice(1, position, time)
                .squeeze(1)
                .slice(-1, 0, sizes.symbols());
    }
}
