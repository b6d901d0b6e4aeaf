package spaceslab.essay.amed.score;

import java.util.List;

/** Densities of the plane whose denoiser is known. */
public enum PlaneDensity {
    /** Eight components on the unit circle. */
    RING,
    /** Nine components, three by three. */
    GRID,
    /** Twenty-four components along a spiral. */
    SPIRAL,
    /** One Gaussian, long and turned. */
    GAUSSIAN,
    /** Components where the visitor drops points. */
    OWN;

    private static final int RING_SIZE = 8;
    private static final int SPIRAL_SIZE = 24;
    private static final double TURN = 0.6;
    private static final double[] MEAN = {0.3, -0.2};

    /** Standard deviations of {@link #GAUSSIAN} along its axes. */
    private static final double[] DEVIATIONS = {1, 0.2};

    /**
     * Places and widths of the components.
     *
     * @param own points dropped by the visitor
     */
    public double[][] centres(List<double[]> own) {
        return switch (this) {
            case RING -> ring();
            case GRID -> grid();
            case SPIRAL -> spiral();
            case GAUSSIAN -> new double[][] {MEAN.clone()};
            case OWN -> own.toArray(double[][]::new);
        };
    }

    /**
     * The density.
     *
     * @param own points dropped by the visitor
     * @param weights of these
     * @param deviation s of the components
     */
    public ScoreModel model(List<double[]> own, double[] weights, double deviation) {
        return switch (this) {
            case GAUSSIAN ->
                    Gaussian.turned(
                            MEAN,
                            new double[] {
                                DEVIATIONS[0] * DEVIATIONS[0], DEVIATIONS[1] * DEVIATIONS[1]
                            },
                            TURN);
            case OWN -> new GaussianMixture(centres(own), weights, deviation);
            case RING, GRID, SPIRAL -> GaussianMixture.even(centres(own), deviation);
        };
    }

    /** A closed curve at {@code deviations} standard deviations around one component. */
    public double[][] outline(double[] centre, double deviation, double deviations, int corners) {
        double[][] outline = new double[corners + 1][];
        double c = this == GAUSSIAN ? Math.cos(TURN) : 1;
        double s = this == GAUSSIAN ? Math.sin(TURN) : 0;
        double wide = deviations * (this == GAUSSIAN ? DEVIATIONS[0] : deviation);
        double high = deviations * (this == GAUSSIAN ? DEVIATIONS[1] : deviation);
        for (int i = 0; i < corners; i++) {
            double u = wide * Math.cos(2 * Math.PI * i / corners);
            double v = high * Math.sin(2 * Math.PI * i / corners);
            outline[i] = new double[] {centre[0] + c * u - s * v, centre[1] + s * u + c * v};
        }
        outline[corners] = outline[0];
        return outline;
    }

    private static double[][] ring() {
        double[][] centres = new double[RING_SIZE][];
        for (int k = 0; k < RING_SIZE; k++) {
            double angle = 2 * Math.PI * k / RING_SIZE;
            centres[k] = new double[] {Math.cos(angle), Math.sin(angle)};
        }
        return centres;
    }

    private static double[][] grid() {
        double[][] centres = new double[9][];
        for (int k = 0; k < 9; k++) {
            centres[k] = new double[] {k % 3 - 1, k / 3 - 1};
        }
        return centres;
    }

    private static double[][] spiral() {
        double[][] centres = new double[SPIRAL_SIZE][];
        for (int k = 0; k < SPIRAL_SIZE; k++) {
            double along = (k + 1.0) / SPIRAL_SIZE;
            double angle = 4 * Math.PI * Math.sqrt(along);
            double radius = 1.4 * Math.sqrt(along);
            centres[k] = new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
        }
        return centres;
    }
}
