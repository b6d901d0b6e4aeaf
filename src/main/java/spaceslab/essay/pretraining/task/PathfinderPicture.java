package spaceslab.essay.pretraining.task;

import java.util.List;
import spaceslab.essay.pretraining.task.Pathfinder.Dash;
import spaceslab.essay.pretraining.task.Pathfinder.Point;

/**
 * A picture of Pathfinder with what it was made of.
 *
 * @param size pixels of a side
 * @param contours the two long ones, then those that distract
 * @param label 1 where both discs are on one contour
 * @param origin disc at a beginning
 * @param terminal disc at an end
 * @param markerRadius of the discs
 * @param attempts until both long contours found their way
 */
public record PathfinderPicture(
        int size,
        List<Contour> contours,
        int label,
        Point origin,
        Point terminal,
        double markerRadius,
        int attempts) {
    /** Brightness of a pixel that a dash covers wholly, before it is cut off at 1. */
    private static final double CONTRAST = 1.5;

    private static final int SAMPLES = 4;

    public PathfinderPicture {
        contours = List.copyOf(contours);
    }

    /** Brightness in [0, 1], row by row: everything. */
    public double[] pixels() {
        double[] pixels = markers();
        for (Contour contour : contours) {
            brighten(pixels, pixels(contour));
        }
        return pixels;
    }

    /** The two discs alone. */
    public double[] markers() {
        double[] pixels = new double[size * size];
        for (int p = 0; p < pixels.length; p++) {
            Point pixel = new Point(p / size, p % size);
            pixels[p] = Math.max(disc(pixel, origin), disc(pixel, terminal));
        }
        return pixels;
    }

    /** One contour alone. */
    public double[] pixels(Contour contour) {
        double[] pixels = new double[size * size];
        for (Dash dash : contour.dashes()) {
            for (int p : DashCanvas.near(size, dash, 1)) {
                pixels[p] = Math.max(pixels[p], Math.min(1, CONTRAST * covered(dash, p)));
            }
        }
        return pixels;
    }

    private static void brighten(double[] pixels, double[] by) {
        for (int p = 0; p < pixels.length; p++) {
            pixels[p] = Math.max(pixels[p], by[p]);
        }
    }

    /** The share of a pixel that a dash covers. */
    private double covered(Dash dash, int pixel) {
        int inside = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            double row = pixel / size + (i / SAMPLES + 0.5) / SAMPLES - 0.5;
            double column = pixel % size + (i % SAMPLES + 0.5) / SAMPLES - 0.5;
            inside += dash.distance(row, column) <= DashCanvas.HALF_THICKNESS ? 1 : 0;
        }
        return (double) inside / (SAMPLES * SAMPLES);
    }

    /** 1 within a disc, falling to 0 over the pixel at its edge. */
    private double disc(Point pixel, Point centre) {
        return Math.clamp(markerRadius + 0.5 - pixel.distance(centre), 0, 1);
    }
}
