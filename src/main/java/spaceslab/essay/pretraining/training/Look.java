package spaceslab.essay.pretraining.training;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import spaceslab.experiment.Emitter;
import spaceslab.learning.TensorScope;

/**
 * Where the positions of a trained model take their information from, in the layer that takes most
 * from nearby: attention, or |K_l| of a recurrence.
 *
 * @param shares [time, time], rows sum to 1
 * @param locality percent that comes from what counts as near
 * @param kernel max over channels of |K_l| in the first layer, where there is a recurrence
 */
public record Look(double[] shares, double locality, Optional<double[]> kernel) {
    private static final int SEQUENCES = 64;

    /** {@code locality} is the percent that comes from near in a layer's shares. */
    public static Look of(
            SequenceModel model, Sequences test, ToDoubleFunction<double[]> locality) {
        int[] chosen = IntStream.range(0, Math.min(SEQUENCES, test.size())).toArray();
        try (TensorScope scope = TensorScope.evaluation()) {
            List<double[]> layers = model.shares(test.of(chosen).inputs());
            double[] best = layers.getFirst();
            for (double[] layer : layers) {
                best = locality.applyAsDouble(layer) > locality.applyAsDouble(best) ? layer : best;
            }
            return new Look(best, locality.applyAsDouble(best), model.kernel());
        }
    }

    /**
     * By distance l in the sequence, positive to what came earlier: {@code kernel} where there is a
     * recurrence, else {@code reach}, the mean share (%) over all positions that have one there.
     */
    public void emitByDistance(String when, Emitter out) {
        int time = (int) Math.sqrt(shares.length);
        double[] distances = new double[2 * time - 1];
        double[] reach = new double[2 * time - 1];
        for (int i = 0; i < distances.length; i++) {
            int l = i - time + 1;
            distances[i] = l;
            int from = Math.max(0, l);
            int to = Math.min(time, time + l);
            for (int t = from; t < to; t++) {
                reach[i] += 100 * shares[t * time + t - l] / (to - from);
            }
        }
        kernel.ifPresentOrElse(
                k -> out.points("kernel." + when, distances, k),
                () -> out.points("reach." + when, distances, reach));
    }
}
