package spaceslab.essay.amed.meanvalue;

/**
 * A turning curve {@code (cos τ, sin τ, p τ)}, τ from 0 to θ: a circle for p = 0, else a helix. Its
 * mean velocity is chord over θ; on a full turn of the circle that is zero, and nowhere is the
 * velocity zero.
 *
 * @param arc θ, above 0
 * @param pitch p
 */
record TurningCurve(double arc, double pitch) {
    /** A mean velocity shorter than this has no direction. */
    private static final double VANISHING = 1e-9;

    double[] velocity(double tau) {
        return new double[] {-Math.sin(tau), Math.cos(tau), pitch};
    }

    double[] meanVelocity() {
        return new double[] {(Math.cos(arc) - 1) / arc, Math.sin(arc) / arc, pitch};
    }

    /** Length of the mean velocity over the speed: what c would have to be. */
    double scale() {
        return length(meanVelocity()) / length(velocity(0));
    }

    /** Angle between velocity and mean velocity, in degrees; 90 where the mean is zero. */
    double angle(double tau) {
        double[] v = velocity(tau);
        double[] m = meanVelocity();
        double along = 0;
        double[] across = {
            v[1] * m[2] - v[2] * m[1], v[2] * m[0] - v[0] * m[2], v[0] * m[1] - v[1] * m[0]
        };
        for (int i = 0; i < 3; i++) {
            along += v[i] * m[i];
        }
        boolean vanishes = length(m) < VANISHING;
        return vanishes ? 90 : Math.toDegrees(Math.atan2(length(across), along));
    }

    /** |γ'(τ) − mean| over the speed. */
    double difference(double tau) {
        double[] v = velocity(tau);
        double[] m = meanVelocity();
        for (int i = 0; i < 3; i++) {
            v[i] -= m[i];
        }
        return length(v) / length(velocity(0));
    }

    private static double length(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }
}
