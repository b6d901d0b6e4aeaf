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
     * Percent of all pictures guessed rightly, each half with the threshold and side that are best
     * on the other half; 50 where there are fewer than four pictures.
     */
    static double accuracy(
            List<PathfinderPicture> pictures, ToDoubleFunction<PathfinderPicture> feature) {
        int half = pictures.size() / 2;
        if (half < 2) {
            return 50;
        }
        List<PathfinderPicture> first = pictures.subList(0, half);
        List<PathfinderPicture> second = pictures.subList(half, pictures.size());
        int right =
                Rule.best(first, feature).right(second) + Rule.best(second, feature).right(first);
        return 100.0 * right / pictures.size();
    }

    /** Above the number {@code at} the label {@code side}, else the other one. */
    private record Rule(ToDoubleFunction<PathfinderPicture> feature, double at, int side) {
        static Rule best(
                List<PathfinderPicture> pictures, ToDoubleFunction<PathfinderPicture> feature) {
            List<PathfinderPicture> sorted = new ArrayList<>(pictures);
            sorted.sort(Comparator.comparingDouble(feature));
            int count = sorted.size();
            int right = sorted.stream().mapToInt(PathfinderPicture::label).sum();
            int best = Math.max(right, count - right);
            Rule rule = new Rule(feature, Double.NEGATIVE_INFINITY, 2 * right >= count ? 1 : 0);
            for (PathfinderPicture picture : sorted) {
                // label 1 above the picture's number
                right += picture.label() == 0 ? 1 : -1;
                if (Math.max(right, count - right) > best) {
                    best = Math.max(right, count - right);
                    rule =
                            new Rule(
                                    feature,
                                    feature.applyAsDouble(picture),
                                    2 * right >= count ? 1 : 0);
                }
            }
            return rule;
        }

        int right(List<PathfinderPicture> pictures) {
            return (int) pictures.stream().filter(p -> guess(p) == p.label()).count();
        }

        private int guess(PathfinderPicture picture) {
            return feature.applyAsDouble(picture) > at ? side : 1 - side;
        }
    }
}
