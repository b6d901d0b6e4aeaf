package spaceslab.essay.amed;

import spaceslab.experiment.Emitter;

/**
 * Several lines as one series, with a gap (NaN) after each, in the coordinates {@code x/√(1 + t²)}
 * in which noise and data have about the same size; what leaves the window is drawn at its edge.
 */
final class Polylines {
    /** Half the side of the window. */
    static final double WINDOW = 2.5;

    private Polylines() {}

    /**
     * Emits the first {@code lines} rows.
     *
     * @param points rows of two numbers for every stamp
     * @return the largest distance from the origin of any drawn coordinate before it was cut
     */
    static double emit(String series, double[][] points, double[] stamps, int lines, Emitter out) {
        int length = stamps.length + 1;
        double[] x = new double[lines * length];
        double[] y = new double[lines * length];
        double farthest = 0;
        for (int line = 0; line < lines; line++) {
            for (int n = 0; n < stamps.length; n++) {
                double scale = 1 / Math.sqrt(1 + stamps[n] * stamps[n]);
                double across = scale * points[n][2 * line];
                double up = scale * points[n][2 * line + 1];
                farthest = Math.max(farthest, Math.max(Math.abs(across), Math.abs(up)));
                x[line * length + n] = cut(across);
                y[line * length + n] = cut(up);
            }
            x[(line + 1) * length - 1] = Double.NaN;
            y[(line + 1) * length - 1] = Double.NaN;
        }
        out.points(series, x, y);
        return farthest;
    }

    private static double cut(double coordinate) {
        return Double.isNaN(coordinate) ? WINDOW : Math.max(-WINDOW, Math.min(WINDOW, coordinate));
    }
}
