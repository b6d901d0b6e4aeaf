package spaceslab.essay.fsq.training;

import spaceslab.experiment.Bitmap;
import spaceslab.experiment.RunEvent;

/** Pictures to and from what visitors draw and see. */
final class Drawings {
    /** Samples of a pixel's side. */
    private static final int SAMPLES = 4;

    private Drawings() {}

    /** A drawing as side² levels, each the mean over its pixel's area. */
    static float[] levels(Bitmap drawing, int side) {
        float[] levels = new float[side * side];
        for (int i = 0; i < levels.length; i++) {
            int lit = 0;
            for (int s = 0; s < SAMPLES * SAMPLES; s++) {
                double y = i / side + (s / SAMPLES + 0.5) / SAMPLES;
                double x = i % side + (s % SAMPLES + 0.5) / SAMPLES;
                int row = (int) (y * drawing.height() / side);
                int column = (int) (x * drawing.width() / side);
                lit += drawing.lit(row, column) ? 1 : 0;
            }
            levels[i] = (float) lit / (SAMPLES * SAMPLES);
        }
        return levels;
    }

    /** Pictures one after the other. */
    static RunEvent.Images images(String name, Pictures data, float[] levels) {
        int count = levels.length / data.pixels();
        return new RunEvent.Images(name, data.side(), data.side(), 1, count, bytes(levels));
    }

    /** Levels 0 … 1 as bytes, those beyond cut. */
    static byte[] bytes(float[] levels) {
        byte[] bytes = new byte[levels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(255 * Math.min(1, Math.max(0, levels[i])));
        }
        return bytes;
    }
}
