package spaceslab.essay.transformervq.training;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import spaceslab.essay.transformervq.training.model.Pass;
import spaceslab.essay.transformervq.training.model.UnitSettings;
import spaceslab.essay.transformervq.training.model.UnitStack;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Embedding;
import spaceslab.learning.Linear;
import spaceslab.learning.Losses;
import spaceslab.learning.SymbolChoice;
import spaceslab.learning.Tensor;
import spaceslab.learning.TensorScope;
import spaceslab.learning.Weights;
import spaceslab.numerics.RandomStream;

/** A language model over bytes: p(next byte | those before). */
final class ByteModel {
    private static final double DEVIATION = 0.5;

    /** Written texts begin after the end of a line. */
    private static final int BEGINNING = '\n';

    private final Embedding bytes;
    private final UnitStack units;
    private final Linear scores;

    ByteModel(Weights weights, UnitSettings settings, int count) {
        bytes =
                new Embedding(
                        weights.within("bytes"), ByteText.SYMBOLS, settings.width(), DEVIATION);
        units = new UnitStack(weights, settings, count);
        scores = new Linear(weights.within("scores"), settings.width(), ByteText.SYMBOLS);
    }

    UnitStack units() {
        return units;
    }

    /** Rows of n + 1 bytes: the first n are read, the last n are to be predicted. */
    private static Tensor part(int[][] rows, int from) {
        int n = rows[0].length - 1;
        int[] flat =
                Stream.of(rows).flatMapToInt(row -> Arrays.stream(row, from, from + n)).toArray();
        return Tensor.indices(flat, rows.length, n);
    }

    private Tensor scores(int[][] rows, Pass pass) {
        return scores.apply(units.apply(bytes.apply(part(rows, 0)), pass));
    }

    /** What a pass over rows leaves. */
    Pass pass(int[][] rows) {
        Pass pass = Pass.evaluation();
        units.apply(bytes.apply(part(rows, 0)), pass);
        return pass;
    }

    /** Mean −ln p of the next byte, and the quantisers' loss. */
    Tensor loss(int[][] rows) {
        Pass pass = Pass.training();
        return Losses.crossEntropy(scores(rows, pass), part(rows, 1)).plus(pass.loss());
    }

    /** Mean −log₂ p over rows by position, {@code portion} rows at a time. */
    double[] bitsByPosition(int[][] rows, int portion, StopSignal stop) {
        int n = rows[0].length - 1;
        double[] mean = new double[n];
        for (int from = 0; from < rows.length; from += portion) {
            stop.check();
            int[][] some = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + portion));
            try (TensorScope scope = TensorScope.evaluation()) {
                double[] nats =
                        Losses.surprise(scores(some, Pass.evaluation()), part(some, 1)).toDoubles();
                for (int i = 0; i < nats.length; i++) {
                    mean[i % n] += nats[i] / Math.log(2) / rows.length;
                }
            }
        }
        return mean;
    }

    /** A text byte by byte, with a memory whose size does not grow unless attention is full. */
    String write(int length, SymbolChoice choice, RandomStream random, StopSignal stop) {
        byte[] text = new byte[length];
        try (TensorScope whole = TensorScope.evaluation()) {
            UnitStack.Recurrence recurrence = units.recurrence(1, length);
            int last = BEGINNING;
            for (int t = 0; t < length; t++) {
                stop.check();
                try (TensorScope scope = TensorScope.evaluation()) {
                    Tensor x = bytes.apply(Tensor.indices(new int[] {last}, 1, 1));
                    double[] next = scores.apply(recurrence.next(x)).toDoubles();
                    last = choice.draw(next, 0, ByteText.SYMBOLS, random);
                    text[t] = (byte) last;
                }
            }
        }
        return new String(text, StandardCharsets.UTF_8);
    }
}
