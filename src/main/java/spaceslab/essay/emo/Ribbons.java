package spaceslab.essay.emo;

import java.util.List;
import spaceslab.essay.emo.transport.Coupling;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.PlanePoint;

/**
 * Draws masses as discs on their tokens and a plan as ribbons between them, as wide as the mass.
 */
final class Ribbons {
    private static final int CORNERS = 28;
    private static final int PIECES = 12;

    /** A mass of 1 as a disc and as a ribbon, in units of the sphere's radius. */
    private static final double DISC = 0.28;

    private static final double RIBBON = 0.3;

    /** How far a ribbon bends away from the straight line, as a share of its length. */
    private static final double BEND = 0.16;

    /** Less mass than this cannot be seen. */
    private static final double VISIBLE = 1e-3;

    private final double[][] places;

    Ribbons(List<PlanePoint> points, TokenPlane plane) {
        places = points.stream().map(plane::seen).toArray(double[][]::new);
    }

    /** A series each, so that each has its own mark. */
    void tokens(String series, Emitter out) {
        for (int i = 0; i < places.length; i++) {
            out.point(series + ".w" + (i + 1), places[i][0], places[i][1]);
        }
    }

    void rim(String series, Emitter out) {
        circle(series, 0, 0, 1, 96, out);
    }

    /** Discs whose area is the mass. */
    void discs(String series, double[] masses, Emitter out) {
        for (int i = 0; i < masses.length; i++) {
            if (masses[i] > VISIBLE) {
                double radius = DISC * Math.sqrt(masses[i]);
                circle(series, places[i][0], places[i][1], radius, CORNERS, out);
            }
        }
    }

    private static void circle(
            String series, double cx, double cy, double radius, int corners, Emitter out) {
        double[] x = new double[corners + 1];
        double[] y = new double[corners + 1];
        for (int i = 0; i <= corners; i++) {
            double angle = 2 * Math.PI * (i % corners) / corners;
            x[i] = cx + radius * Math.cos(angle);
            y[i] = cy + radius * Math.sin(angle);
        }
        out.points(series, x, y);
    }

    void ribbons(String series, Coupling plan, Emitter out) {
        for (int i = 0; i < places.length; i++) {
            for (int j = 0; j < places.length; j++) {
                if (i != j && plan.moved(i, j) > VISIBLE) {
                    ribbon(series, places[i], places[j], RIBBON * plan.moved(i, j), out);
                }
            }
        }
    }

    /** A band along the parabola from a to b that bends to the left, so that ways back differ. */
    private static void ribbon(String series, double[] a, double[] b, double width, Emitter out) {
        double length = Math.hypot(b[0] - a[0], b[1] - a[1]);
        if (length == 0) {
            return;
        }
        double nx = -(b[1] - a[1]) / length;
        double ny = (b[0] - a[0]) / length;
        double[] x = new double[2 * PIECES + 3];
        double[] y = new double[2 * PIECES + 3];
        for (int k = 0; k <= PIECES; k++) {
            double t = (double) k / PIECES;
            double bend = 4 * BEND * length * t * (1 - t);
            for (int side = 0; side < 2; side++) {
                int corner = side == 0 ? k : 2 * PIECES + 1 - k;
                double away = bend + (side == 0 ? width / 2 : -width / 2);
                x[corner] = a[0] + t * (b[0] - a[0]) + away * nx;
                y[corner] = a[1] + t * (b[1] - a[1]) + away * ny;
            }
        }
        x[2 * PIECES + 2] = x[0];
        y[2 * PIECES + 2] = y[0];
        out.points(series, x, y);
    }
}
