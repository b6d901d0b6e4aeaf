package spaceslab.essay.emo.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import spaceslab.essay.emo.loss.Loss;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Adam;
import spaceslab.learning.Losses;
import spaceslab.learning.Precision;
import spaceslab.learning.Tensor;
import spaceslab.learning.TensorScope;
import spaceslab.learning.Weights;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/**
 * Milliseconds of value and gradient of losses over the size V of the vocabulary, one thread, 256
 * positions, D = 64: cross entropy, EMO by ⟨Êᵀp, ê_t⟩ and, up to V = 8,192, EMO by the matrix C.
 */
public final class TokenLossBench {
    private static final int POSITIONS = 256;
    private static final int WIDTH = 64;
    private static final int ROUNDS = 15;
    private static final int LARGEST_MATRIX = 8_192;
    private static final Loss.Settings SETTINGS = new Loss.Settings(1, 0.1, 0.2, 0.5, 0.1);

    private TokenLossBench() {}

    public static void main(String[] arguments) {
        System.out.println("V, cross entropy, EMO, EMO by the matrix, ms");
        for (int symbols = 1_024; symbols <= 65_536; symbols *= 4) {
            System.out.println(line(symbols));
        }
        System.out.println(line(LARGEST_MATRIX));
    }

    private static String line(int symbols) {
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            RandomStream random = new SeededStreams(1).stream(0);
            Weights weights = Weights.of(new SeededStreams(2), Precision.FLOAT32);
            Tensor scores = weights.normal("scores", 1, POSITIONS, symbols);
            double[] numbers = new double[symbols * WIDTH];
            Arrays.setAll(numbers, i -> random.nextGaussian());
            UnitVectors vectors =
                    UnitVectors.of(Tensor.of(Precision.FLOAT32, numbers, symbols, WIDTH));
            int[] wanted = new int[POSITIONS];
            Arrays.setAll(wanted, i -> random.nextInt(symbols));
            Tensor targets = Tensor.indices(wanted, POSITIONS);
            Adam adam = new Adam(weights, Adam.Settings.usual());
            TokenLoss emo = new TokenLoss(Loss.EMO, SETTINGS);
            double none = best(adam, () -> scores.sum());
            double entropy = best(adam, () -> Losses.crossEntropy(scores, targets)) - none;
            double product = best(adam, () -> emo.apply(scores, targets, vectors)) - none;
            String matrix =
                    symbols > LARGEST_MATRIX
                            ? "-"
                            : text(best(adam, () -> byMatrix(scores, targets, vectors)) - none);
            return "%d, %s, %s, %s".formatted(symbols, text(entropy), text(product), matrix);
        }
    }

    private static String text(double milliseconds) {
        return String.format(Locale.ROOT, "%.2f", milliseconds);
    }

    /** The cost of every symbol in place of every other, made anew as embeddings would move. */
    private static Tensor byMatrix(Tensor scores, Tensor targets, UnitVectors vectors) {
        Tensor costs = vectors.rows().matMul(vectors.rows().swap(0, 1)).negative().plus(1);
        return scores.softmax().times(costs.rows(targets)).sum(-1).mean();
    }

    /** Of a step of Adam with this loss. */
    private static double best(Adam adam, Supplier<Tensor> loss) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            try (TensorScope step = TensorScope.step()) {
                adam.step(loss.get(), 1e-9);
            }
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        return best;
    }
}
