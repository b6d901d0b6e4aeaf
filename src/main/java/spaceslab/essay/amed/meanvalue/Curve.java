package spaceslab.essay.amed.meanvalue;

/** Curves x(t) for which the mean value theorem is tried. */
enum Curve {
    /** (t, t², 0): holds, at the middle. */
    PARABOLA {
        @Override
        double[] at(double t, double pitch) {
            return new double[] {t, t * t, 0};
        }

        @Override
        double[] slope(double t, double pitch) {
            return new double[] {1, 2 * t, 0};
        }
    },
    /** (cos t, sin t, 0): the direction is found, the length is not. */
    CIRCLE {
        @Override
        double[] at(double t, double pitch) {
            return new double[] {Math.cos(t), Math.sin(t), 0};
        }

        @Override
        double[] slope(double t, double pitch) {
            return new double[] {-Math.sin(t), Math.cos(t), 0};
        }
    },
    /** (cos t, sin t, p t): not even the direction. */
    HELIX {
        @Override
        double[] at(double t, double pitch) {
            return new double[] {Math.cos(t), Math.sin(t), pitch * t};
        }

        @Override
        double[] slope(double t, double pitch) {
            return new double[] {-Math.sin(t), Math.cos(t), pitch};
        }
    };

    abstract double[] at(double t, double pitch);

    abstract double[] slope(double t, double pitch);
}
