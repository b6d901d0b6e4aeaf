package spaceslab.essay.fsq.training;

import java.util.Arrays;
import spaceslab.experiment.StopSignal;

/** Pictures to code sequences and back, by a tokeniser as far as it is trained, in portions. */
final class TokenisedPictures {
    private static final int PORTION = 128;

    private final Tokeniser tokeniser;
    private final Pictures data;

    TokenisedPictures(Tokeniser tokeniser, Pictures data) {
        this.tokeniser = tokeniser;
        this.data = data;
    }

    /** The sequences of n · pixels levels. */
    CodeSequences sequences(float[] levels, int[] labels, StopSignal stop) {
        int pixels = data.pixels();
        int places = data.places();
        int[][] codes = new int[labels.length][];
        for (int from = 0; from < codes.length; from += PORTION) {
            stop.check();
            int to = Math.min(codes.length, from + PORTION);
            int[] part =
                    tokeniser
                            .evaluate(Arrays.copyOfRange(levels, from * pixels, to * pixels))
                            .codes();
            for (int i = from; i < to; i++) {
                codes[i] = Arrays.copyOfRange(part, (i - from) * places, (i - from + 1) * places);
            }
        }
        return new CodeSequences(
                tokeniser.quantiser().size(), GenerationData.CLASSES, codes, labels);
    }

    /** The pictures of sequences, levels cut to 0 … 1. */
    float[] pictures(int[][] codes, StopSignal stop) {
        int pixels = data.pixels();
        float[] pictures = new float[codes.length * pixels];
        for (int from = 0; from < codes.length; from += PORTION) {
            stop.check();
            int[][] part = Arrays.copyOfRange(codes, from, Math.min(codes.length, from + PORTION));
            float[] levels =
                    tokeniser.decode(Arrays.stream(part).flatMapToInt(Arrays::stream).toArray());
            for (int p = 0; p < levels.length; p++) {
                pictures[from * pixels + p] = Math.clamp(levels[p], 0f, 1f);
            }
        }
        return pictures;
    }

    /** Mean squared difference of the levels. */
    static double error(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = a[i] - b[i];
            sum += difference * difference;
        }
        return sum / a.length;
    }
}
