package spaceslab.learning;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import spaceslab.essay.pretraining.task.Stripes;
import spaceslab.essay.pretraining.training.Architecture;
import spaceslab.essay.pretraining.training.ModelSizes;
import spaceslab.essay.pretraining.training.Positions;
import spaceslab.essay.pretraining.training.Prediction;
import spaceslab.essay.pretraining.training.SequenceModel;
import spaceslab.essay.pretraining.training.Sequences;
import spaceslab.essay.pretraining.training.StripesSets;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/**
 * Milliseconds of a training step of the models of docs/benchmarks-learning.md, one thread; started
 * by learning_peer.py, which measures PyTorch in turns with it: for every line on standard input
 * that names a model it prints the minimum of {@code STEPS} steps.
 */
public final class TrainingStepsBench {
    private static final int WARM_UP = 10;
    private static final int STEPS = 40;

    private TrainingStepsBench() {}

    public static void main(String[] arguments) {
        var lines = new java.util.Scanner(System.in, java.nio.charset.StandardCharsets.UTF_8);
        while (lines.hasNextLine()) {
            double best =
                    switch (lines.nextLine()) {
                        case "encoder" -> encoder();
                        case "decoder" -> decoder();
                        default -> throw new IllegalArgumentException("no such model");
                    };
            System.out.printf(Locale.ROOT, "%.2f%n", best);
            System.out.flush();
        }
    }

    /** 2 layers, d 64, 4 heads, 256 symbols, 256 times, batch 16. */
    private static double decoder() {
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            Weights weights = Weights.of(new SeededStreams(1), Precision.FLOAT32);
            var model =
                    new TransformerDecoder(
                            weights, new TransformerDecoder.Sizes(256, 256, 64, 4, 2));
            RandomStream random = new SeededStreams(2).stream(0);
            int[] text = new int[16 * 256];
            Arrays.setAll(text, i -> random.nextInt(256));
            return best(
                    weights,
                    step -> {
                        Tensor batch = Tensor.indices(text, 16, 256);
                        return Losses.crossEntropy(model.apply(batch), batch);
                    });
        }
    }

    /** Self-pretraining's default: 2 layers, d 24, 4 heads, 64 pixels of two levels, batch 32. */
    private static double encoder() {
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            Weights weights = Weights.of(new SeededStreams(1), Precision.FLOAT32);
            var sizes =
                    new ModelSizes(
                            Architecture.TRANSFORMER, Positions.LEARNED, false, 2, 8, 8, 24, 2);
            var model = new SequenceModel(weights, sizes);
            Sequences pictures = StripesSets.draw(new Stripes(8, 0.1), 32, new SeededStreams(2));
            Prediction hidden = Prediction.masked(pictures, 0.3, new SeededStreams(3).stream(0));
            return best(weights, step -> hidden.loss(model));
        }
    }

    private static double best(Weights weights, IntFunction<Tensor> loss) {
        Adam adam = new Adam(weights, Adam.Settings.usual().decaying(0.01).clipping(1));
        double[] last = {System.nanoTime(), Double.POSITIVE_INFINITY};
        new Training(WARM_UP + STEPS, LearningRate.constant(1e-3))
                .run(
                        adam,
                        loss::apply,
                        (step, value) -> {
                            double now = System.nanoTime();
                            if (step > WARM_UP) {
                                last[1] = Math.min(last[1], (now - last[0]) / 1e6);
                            }
                            last[0] = now;
                        },
                        StopSignal.never());
        return last[1];
    }
}
