package spaceslab.essay.amed.denoiser;

import java.util.Arrays;
import spaceslab.experiment.RunEvent;

/** Samples as pictures: images as they are, points of the plane as a picture of their density. */
final class SamplePictures {
    /** Pictures shown: four rows of eight. */
    static final int SHOWN = 32;

    private static final int SIDE = 64;

    /** Half the width of the plane that is shown. */
    private static final double REACH = 1.6;

    private SamplePictures() {}

    /** The first images of rows of numbers from −1 to 1; what lies beyond is cut. */
    static RunEvent.Images images(String name, double[] rows, int width, int height) {
        int count = Math.min(SHOWN, rows.length / (width * height));
        byte[] pixels = new byte[count * width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = level((rows[i] + 1) / 2);
        }
        return new RunEvent.Images(name, width, height, 1, count, pixels);
    }

    /** Points of the plane as one picture: the root of how many fall on a pixel. */
    static RunEvent.Images cloud(String name, double[] points) {
        double[] counts = counts(points);
        double most = Math.max(1, Arrays.stream(counts).max().orElseThrow());
        byte[] pixels = new byte[counts.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = level(Math.sqrt(counts[i] / most));
        }
        return new RunEvent.Images(name, SIDE, SIDE, 1, 1, pixels);
    }

    private static double[] counts(double[] points) {
        double[] counts = new double[SIDE * SIDE];
        for (int i = 0; i < points.length; i += 2) {
            double column = (points[i] + REACH) / (2 * REACH) * SIDE;
            double row = (REACH - points[i + 1]) / (2 * REACH) * SIDE;
            if (column >= 0 && column < SIDE && row >= 0 && row < SIDE) {
                counts[(int) row * SIDE + (int) column]++;
            }
        }
        return counts;
    }

    private static byte level(double share) {
        return (byte) Math.round(255 * Math.max(0, Math.min(1, share)));
    }
}
