package spaceslab.essay.fsq.training;

import java.util.Arrays;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.Quantiles;

/**
 * Judges images by the nearest real one. The distance of two images is the root of their mean
 * squared difference, in units of their pixels. Stands in for FID, which needs a network trained on
 * photographs and ten thousands of samples.
 */
final class NearestImages {
    private static final int BLOCK = 16;

    private final float[] images;
    private final int[] labels;
    private final int pixels;

    /** Of real images, one after the other, and their classes. */
    NearestImages(float[] images, int[] labels, int pixels) {
        if (labels.length == 0 || images.length != (long) labels.length * pixels) {
            throw new IllegalArgumentException(
                    "%d numbers for %d images of %d"
                            .formatted(images.length, labels.length, pixels));
        }
        this.images = images.clone();
        this.labels = labels.clone();
        this.pixels = pixels;
    }

    /**
     * The nearest real image of each of some images.
     *
     * @param index which it is, the first of equals
     * @param label its class
     * @param distance to it
     */
    record Matches(int[] index, int[] label, double[] distance) {
        Matches {
            index = index.clone();
            label = label.clone();
            distance = distance.clone();
        }

        @Override
        public int[] index() {
            return index.clone();
        }

        @Override
        public double[] distance() {
            return distance.clone();
        }

        @Override
        public int[] label() {
            return label.clone();
        }

        double medianDistance() {
            return Quantiles.of(distance).median();
        }

        /** Part of the images that are nearer than this. */
        double nearerThan(double bound) {
            return (double) Arrays.stream(distance).filter(d -> d < bound).count()
                    / distance.length;
        }
    }

    /** Finds them among all real images. */
    Matches of(float[] asked, StopSignal stop) {
        return of(asked, false, stop);
    }

    /** Finds them for the real images themselves, each among the others. */
    Matches amongOthers(float[] same, StopSignal stop) {
        if (same.length != images.length) {
            throw new IllegalArgumentException(same.length + " numbers for " + images.length);
        }
        return of(same, true, stop);
    }

    /**
     * O(images · real images · pixels), in blocks of real images that stay in the cache while all
     * images pass; asks {@code stop} once an image and block. Image i leaves out real image i where
     * {@code others} is set.
     */
    private Matches of(float[] asked, boolean others, StopSignal stop) {
        int count = asked.length / pixels;
        int[] index = new int[count];
        double[] least = new double[count];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int from = 0; from < labels.length; from += BLOCK) {
            int to = Math.min(labels.length, from + BLOCK);
            for (int i = 0; i < count; i++) {
                stop.check();
                for (int r = from; r < to; r++) {
                    if (others && r == i) {
                        continue;
                    }
                    double squares = squares(asked, i * pixels, r * pixels, least[i]);
                    if (squares < least[i]) {
                        least[i] = squares;
                        index[i] = r;
                    }
                }
            }
        }
        return new Matches(
                index,
                Arrays.stream(index).map(r -> labels[r]).toArray(),
                Arrays.stream(least).map(s -> Math.sqrt(s / pixels)).toArray());
    }

    /** Σ (a − b)², left off once it is beyond {@code bound}. */
    private double squares(float[] asked, int a, int b, double bound) {
        double sum = 0;
        for (int row = 0; row < pixels && sum < bound; row += BLOCK) {
            int end = Math.min(pixels, row + BLOCK);
            for (int p = row; p < end; p++) {
                double difference = asked[a + p] - images[b + p];
                sum += difference * difference;
            }
        }
        return sum;
    }
}
