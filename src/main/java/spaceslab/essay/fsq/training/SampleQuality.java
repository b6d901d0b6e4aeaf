package spaceslab.essay.fsq.training;

import spaceslab.experiment.StopSignal;
import spaceslab.numerics.Quantiles;

/**
 * Judges images by the training images, with images that nobody trained on as the yardstick. A
 * <em>near-copy</em> is nearer to a training image than all but {@value #COPY_PERCENT} % of the
 * held-out images are: real images have that share of near-copies by definition, a model that
 * repeats its training images has more.
 */
final class SampleQuality {
    static final int COPY_PERCENT = 5;

    private final NearestImages training;
    private final double copyBound;

    /** From the training images and the held-out ones, one after the other. */
    SampleQuality(NearestImages training, float[] heldOut, StopSignal stop) {
        this.training = training;
        copyBound = Quantiles.of(training.of(heldOut, stop).distance()).at(COPY_PERCENT / 100.0);
    }

    /**
     * What was found.
     *
     * @param agreement part of the images whose nearest training image has the class asked for
     * @param distance median over the images of the distance to the nearest training image
     * @param copies part of the images that are near-copies
     */
    record Verdict(double agreement, double distance, double copies) {}

    /** Of images and the classes asked for. */
    Verdict of(float[] images, int[] labels, StopSignal stop) {
        NearestImages.Matches matches = training.of(images, stop);
        return new Verdict(
                training.agreement(matches, labels),
                matches.medianDistance(),
                matches.nearerThan(copyBound));
    }
}
