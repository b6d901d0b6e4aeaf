package spaceslab.essay.pretraining.transfer;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import spaceslab.experiment.Emitter;
import spaceslab.learning.Tensor;
import spaceslab.learning.TensorScope;

/**
 * What a model's attention looks at, mean over heads and test pictures, in the layer that looks
 * most at neighbours.
 *
 * @param size S
 * @param attention [time, time]
 * @param locality percent of the attention that goes to a pixel's neighbours to the left, right,
 *     above and below, mean over all pixels
 * @param similarity cosines between the middle pixel's position vector and all
 */
record Look(int size, double[] attention, double locality, Optional<double[]> similarity) {
    private static final int PICTURES = 64;

    static Look of(SequenceModel model, TransferParameters p, StripesData test) {
        int size = p.size();
        int[] chosen = IntStream.range(0, PICTURES).toArray();
        try (TensorScope scope = TensorScope.evaluation()) {
            List<double[]> layers =
                    model.attention(test.of(chosen).inputs()).stream()
                            .map(Tensor::toDoubles)
                            .toList();
            double[] best = layers.getFirst();
            for (double[] layer : layers) {
                best = locality(layer, size) > locality(best, size) ? layer : best;
            }
            return new Look(
                    size, best, locality(best, size), model.positions().similarity(middle(size)));
        }
    }

    private static int middle(int size) {
        return size / 2 * size + size / 2;
    }

    static double locality(double[] attention, int size) {
        int time = size * size;
        double sum = 0;
        for (int t = 0; t < time; t++) {
            int column = t % size;
            sum += column > 0 ? attention[t * time + t - 1] : 0;
            sum += column < size - 1 ? attention[t * time + t + 1] : 0;
            sum += t >= size ? attention[t * time + t - size] : 0;
            sum += t < time - size ? attention[t * time + t + size] : 0;
        }
        return 100 * sum / time;
    }

    /** Percent that a pixel's neighbours get on average where attention is uniform. */
    static double uniformLocality(int size) {
        double pairs = 4.0 * size * (size - 1);
        double time = (double) size * size;
        return 100 * pairs / time / time;
    }

    /** Grids of the middle pixel: where it looks, and whose position is like its own. */
    void emit(String when, Emitter out) {
        int time = size * size;
        double[] row = new double[time];
        for (int t = 0; t < time; t++) {
            row[t] = 100 * attention[middle(size) * time + t];
        }
        out.grid("attention." + when, size, size, row);
        similarity.ifPresentOrElse(
                cosines -> out.grid("similarity." + when, size, size, cosines),
                () -> {
                    if (when.equals("initial")) {
                        out.note("noVectors");
                    }
                });
    }
}
