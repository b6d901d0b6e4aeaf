package spaceslab.essay.fsq.training;

import spaceslab.experiment.StopSignal;
import spaceslab.numerics.Quantiles;

/**
 * Judges pictures by the real one nearest to them. The class is that of the nearest of all real
 * pictures. Novelty is the distance to the nearest <em>training</em> picture, with the held-out
 * pictures as the yardstick: a near-copy is nearer to a training picture than all but {@value
 * #COPY_PERCENT} % of the held-out ones are. Real pictures have that share of near-copies by
 * definition; a model that repeats what it was trained on has more.
 */
final class SampleQuality {
    static final int COPY_PERCENT = 5;

    private final NearestImages training;
    private final NearestImages heldOut;
    private final double copyBound;
    private final Verdict real;

    /** From real pictures, n · pixels levels each, with their classes. */
    SampleQuality(
            NearestImages training,
            NearestImages heldOut,
            float[] heldOutLevels,
            int[] heldOutLabels,
            StopSignal stop) {
        this.training = training;
        this.heldOut = heldOut;
        NearestImages.Matches matches = training.of(heldOutLevels, stop);
        copyBound = Quantiles.of(matches.distance()).at(COPY_PERCENT / 100.0);
        real = verdict(matches, heldOut.amongOthers(heldOutLevels, stop), heldOutLabels);
    }

    /**
     * What was found.
     *
     * @param agreement part of the pictures whose nearest real picture has the class asked for
     * @param distance median over the pictures of the distance to the nearest training picture
     * @param copies part of the pictures that are near-copies
     */
    record Verdict(double agreement, double distance, double copies) {}

    /** Of the held-out pictures themselves, each judged by the others. */
    Verdict real() {
        return real;
    }

    /** Of pictures and the classes asked for. */
    Verdict of(float[] pictures, int[] asked, StopSignal stop) {
        return verdict(training.of(pictures, stop), heldOut.of(pictures, stop), asked);
    }

    private Verdict verdict(
            NearestImages.Matches trained, NearestImages.Matches unseen, int[] asked) {
        int[] label = trained.label();
        int[] other = unseen.label();
        double[] distance = trained.distance();
        double[] toOther = unseen.distance();
        int agreeing = 0;
        for (int i = 0; i < asked.length; i++) {
            int nearest = toOther[i] < distance[i] ? other[i] : label[i];
            agreeing += nearest == asked[i] ? 1 : 0;
        }
        return new Verdict(
                (double) agreeing / asked.length,
                trained.medianDistance(),
                trained.nearerThan(copyBound));
    }
}
