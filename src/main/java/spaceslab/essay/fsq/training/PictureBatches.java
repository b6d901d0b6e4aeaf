package spaceslab.essay.fsq.training;

import java.util.Arrays;
import spaceslab.learning.data.Batches;
import spaceslab.numerics.SeededStreams;

/** The pictures of each step, which only data, batch size and seed decide. Not thread-safe. */
public final class PictureBatches {
    private static final long ORDER = 0;
    private static final long CONTRAST = 1;

    private final Pictures pictures;
    private final Batches batches;
    private final SeededStreams contrasts;
    private int[] epoch = {};
    private long drawn = -1;

    public PictureBatches(Pictures pictures, int batch, SeededStreams streams) {
        this.pictures = pictures;
        this.batches = new Batches(pictures.trainingSize(), batch, streams.child(ORDER));
        this.contrasts = streams.child(CONTRAST);
    }

    /** batch × pixels levels of a step, from 0. */
    public float[] step(int step) {
        long wanted = step / batches.stepsPerEpoch();
        if (wanted != drawn) {
            epoch = batches.epoch(wanted);
            drawn = wanted;
        }
        int from = step % batches.stepsPerEpoch() * batches.batch();
        return pictures.training(
                Arrays.copyOfRange(epoch, from, from + batches.batch()), contrasts.stream(step));
    }
}
