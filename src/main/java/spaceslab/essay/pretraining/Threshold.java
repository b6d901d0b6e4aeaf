package spaceslab.essay.pretraining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import spaceslab.essay.pretraining.task.PathfinderPicture;

/** A guess of the label from a single number: on which side of a threshold it lies. */
final class Threshold {
    private Threshold() {}

    /**
     * Percent of the second half guessed rightly with the threshold and side that are best on the
     * first half; 50 where there are fewer than four pictures.
     */
    static double accuracy(
            List<PathfinderPicture> pictures, ToDoubleFunction<PathfinderPicture> feature) {
        int half = pictures.size() / 2;
        if (half < 2) {
            return 50;
        }
        List<PathfinderPicture> fitted = new ArrayList<>(pictures.subList(0, half));
        fitted.sort(Comparator.comparingDouble(feature));
        int ones = fitted.stream().mapToInt(PathfinderPicture::label).sum();
        int right = ones;
        int best = Math.max(ones, half - ones);
        double at = Double.NEGATIVE_INFINITY;
        int side = ones >= half - ones ? 1 : 0;
        for (PathfinderPicture picture : fitted) {
            // label 1 above the picture's number
            right += picture.label() == 0 ? 1 : -1;
            if (Math.max(right, half - right) > best) {
                best = Math.max(right, half - right);
                at = feature.applyAsDouble(picture);
                side = right >= half - right ? 1 : 0;
            }
        }
        int correct = 0;
        for (PathfinderPicture picture : pictures.subList(half, pictures.size())) {
            int guess = feature.applyAsDouble(picture) > at ? side : 1 - side;
            correct += guess == picture.label() ? 1 : 0;
        }
        return 100.0 * correct / (pictures.size() - half);
    }
}
