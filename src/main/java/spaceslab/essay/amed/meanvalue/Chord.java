package spaceslab.essay.amed.meanvalue;

/**
 * The chord of a curve's piece beside the slope at a point s of it: whether {@code x(b) − x(a) = (b
 * − a) x'(s)} (the mean value theorem), whether the two are at least parallel (Cauchy's, which in
 * the plane always has such an s), and what length would be missing.
 *
 * @param curve x(t)
 * @param pitch of the helix
 * @param a begin
 * @param b end
 */
record Chord(Curve curve, double pitch, double a, double b) {
    /** x(b) − x(a). */
    double[] vector() {
        double[] chord = curve.at(b, pitch);
        double[] start = curve.at(a, pitch);
        for (int i = 0; i < chord.length; i++) {
            chord[i] -= start[i];
        }
        return chord;
    }

    /** (b − a) x'(s). */
    double[] step(double s) {
        double[] step = curve.slope(s, pitch);
        for (int i = 0; i < step.length; i++) {
            step[i] *= b - a;
        }
        return step;
    }

    /** |x(b) − x(a) − (b − a) x'(s)| / |x(b) − x(a)|. */
    double gap(double s) {
        double[] chord = vector();
        double[] step = step(s);
        double square = 0;
        for (int i = 0; i < chord.length; i++) {
            square += (chord[i] - step[i]) * (chord[i] - step[i]);
        }
        return Math.sqrt(square) / length(chord);
    }

    /** Angle between the chord and x'(s), in radians, by the half-angle form that keeps 0 exact. */
    double angle(double s) {
        double[] chord = vector();
        double[] step = step(s);
        double n = length(chord);
        double m = length(step);
        double apart = 0;
        double along = 0;
        for (int i = 0; i < chord.length; i++) {
            double u = chord[i] / n;
            double v = step[i] / m;
            apart += (u - v) * (u - v);
            along += (u + v) * (u + v);
        }
        return 2 * Math.atan2(Math.sqrt(apart), Math.sqrt(along));
    }

    /**
     * The c that brings c (b − a) x'(s) nearest to the chord; what then is missing is sin(angle).
     */
    double scale(double s) {
        return Math.cos(angle(s)) * length(vector()) / length(step(s));
    }

    private static double length(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }
}
