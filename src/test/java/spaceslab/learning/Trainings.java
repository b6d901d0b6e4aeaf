package spaceslab.learning;

import java.util.ArrayList;
import java.util.List;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/** Small trainings that tests repeat: a decoder on counted text, an autoencoder on stripes. */
final class Trainings {
    private Trainings() {}

    /** Losses of every step and the last weights. */
    record Trace(List<Double> losses, List<double[]> weights) {
        boolean same(Trace other) {
            if (!losses.equals(other.losses) || weights.size() != other.weights.size()) {
                return false;
            }
            for (int i = 0; i < weights.size(); i++) {
                if (!java.util.Arrays.equals(weights.get(i), other.weights.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Trains a decoder in the open root scope. */
    static Trace decoder(long seed, int steps, StopSignal stop) {
        SeededStreams streams = new SeededStreams(seed);
        Weights weights = Weights.of(streams.child(0), Precision.FLOAT32);
        var model = new TransformerDecoder(weights, new TransformerDecoder.Sizes(11, 24, 16, 2, 2));
        Adam adam = new Adam(weights, Adam.Settings.usual().clipping(1));
        List<Double> losses = new ArrayList<>();
        new Training(steps, LearningRate.constant(3e-3).warmUp(10))
                .run(
                        adam,
                        step -> {
                            int[] text = text(streams.child(1).stream(step), 8, 25);
                            return Losses.crossEntropy(
                                    model.apply(Tensor.indices(part(text, 8, 25, 0), 8, 24)),
                                    Tensor.indices(part(text, 8, 25, 1), 8, 24));
                        },
                        (step, loss) -> losses.add(loss),
                        stop);
        return new Trace(losses, weights.values());
    }

    /** Rows that count on by a stride of their own, modulo 11. */
    private static int[] text(RandomStream random, int rows, int columns) {
        int[] text = new int[rows * columns];
        for (int r = 0; r < rows; r++) {
            int stride = 1 + random.nextInt(3);
            int start = random.nextInt(11);
            for (int c = 0; c < columns; c++) {
                text[r * columns + c] = (start + stride * c) % 11;
            }
        }
        return text;
    }

    private static int[] part(int[] text, int rows, int columns, int from) {
        int[] part = new int[rows * (columns - 1)];
        for (int r = 0; r < rows; r++) {
            System.arraycopy(text, r * columns + from, part, r * (columns - 1), columns - 1);
        }
        return part;
    }

    /** Trains an autoencoder on random stripes in the open root scope. */
    static Trace autoencoder(long seed, int steps, StopSignal stop) {
        SeededStreams streams = new SeededStreams(seed);
        Weights weights = Weights.of(streams.child(0), Precision.FLOAT32);
        Layer model =
                new Convolution(weights.within("narrow"), 1, 4, 3, 1, 1)
                        .then(Activation.GELU)
                        .then(new Convolution(weights.within("wide"), 4, 8, 3, 1, 1))
                        .then(Activation.GELU)
                        .then(new Convolution(weights.within("out"), 8, 1, 3, 1, 1));
        Adam adam = new Adam(weights, Adam.Settings.usual());
        List<Double> losses = new ArrayList<>();
        new Training(steps, LearningRate.constant(3e-3))
                .run(
                        adam,
                        step -> {
                            Tensor images = stripes(streams.child(1).stream(step), 16, 16);
                            return Losses.squaredError(model.apply(images), images);
                        },
                        (step, loss) -> losses.add(loss),
                        stop);
        return new Trace(losses, weights.values());
    }

    private static Tensor stripes(RandomStream random, int count, int size) {
        float[] pixels = new float[count * size * size];
        for (int i = 0; i < count; i++) {
            double kx = 0.4 * random.nextGaussian();
            double ky = 0.4 * random.nextGaussian();
            for (int p = 0; p < size * size; p++) {
                double phase = kx * (p / size) + ky * (p % size);
                pixels[i * size * size + p] = (float) (0.5 + 0.5 * Math.sin(phase));
            }
        }
        return Tensor.of(pixels, count, 1, size, size);
    }
}
