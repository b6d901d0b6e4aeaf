package spaceslab.essay.fsq.training;

import java.util.stream.IntStream;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.data.Split;
import spaceslab.numerics.SeededStreams;

/**
 * The pictures of a run: those that both stages learn from, those that decide when the language
 * model has learned enough, and those held out, which nothing learns from.
 */
final class GenerationData {
    /** All data sets have ten. */
    static final int CLASSES = 10;

    /** Part of the training pictures that decides when the language model has learned enough. */
    static final double VALIDATION = 0.1;

    private static final long CONTRASTS = 20;
    private static final long SPLIT = 21;

    private final Pictures pictures;
    private final float[] training;
    private final int[] labels;
    private final float[] heldOut;
    private final int[] heldOutLabels;
    private final Split split;
    private final SampleQuality quality;

    GenerationData(Pictures pictures, SeededStreams streams, StopSignal stop) {
        this.pictures = pictures;
        training =
                pictures.training(
                        IntStream.range(0, pictures.trainingSize()).toArray(),
                        streams.stream(CONTRASTS));
        labels = pictures.trainingLabels();
        heldOut = pictures.heldOut();
        heldOutLabels = pictures.heldOutLabels();
        split = Split.stratified(labels, VALIDATION, streams.stream(SPLIT));
        quality =
                new SampleQuality(
                        new NearestImages(training, labels, pictures.pixels()),
                        new NearestImages(heldOut, heldOutLabels, pictures.pixels()),
                        heldOut,
                        heldOutLabels,
                        stop);
    }

    Pictures pictures() {
        return pictures;
    }

    /** All that the tokeniser learns from, n · pixels levels. */
    float[] training() {
        return training.clone();
    }

    int[] labels() {
        return labels.clone();
    }

    float[] heldOut() {
        return heldOut.clone();
    }

    int[] heldOutLabels() {
        return heldOutLabels.clone();
    }

    /**
     * Of the training pictures: those the language model learns from, and those it is stopped by.
     */
    Split split() {
        return split;
    }

    /** The judge. */
    SampleQuality quality() {
        return quality;
    }

    /** Classes 0 … 9 again and again. */
    static int[] classes(int rounds) {
        return IntStream.range(0, rounds * CLASSES).map(i -> i % CLASSES).toArray();
    }

    /** The first held-out pictures of each class, class by class in a row. */
    float[] heldOutRows(int rows) {
        int pixels = pictures.pixels();
        float[] chosen = new float[rows * CLASSES * pixels];
        int[] seen = new int[CLASSES];
        for (int i = 0; i < heldOutLabels.length; i++) {
            int label = heldOutLabels[i];
            if (seen[label] < rows) {
                int to = seen[label]++ * CLASSES + label;
                System.arraycopy(heldOut, i * pixels, chosen, to * pixels, pixels);
            }
        }
        return chosen;
    }

    /** The first {@code count} pictures of levels 0 … 1 as grey images; other levels are cut. */
    RunEvent.Images images(String name, float[] levels, int count) {
        byte[] grey = new byte[count * pictures.pixels()];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) Math.round(255 * Math.clamp(levels[i], 0f, 1f));
        }
        return new RunEvent.Images(name, pictures.side(), pictures.side(), 1, count, grey);
    }
}
