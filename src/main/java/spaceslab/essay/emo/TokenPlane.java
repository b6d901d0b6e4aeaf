package spaceslab.essay.emo;

import java.util.List;
import spaceslab.essay.emo.transport.Costs;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.PlanePoint;
import spaceslab.experiment.Violation;

/** What a point that a visitor drops on the plane says of a token's embedding. */
enum TokenPlane {
    /** The sphere seen from above: (x, y, √(1 − x² − y²)); points outside lie on its rim. */
    SPHERE {
        @Override
        double[] embedding(PlanePoint point) {
            double[] seen = seen(point);
            double rest = 1 - seen[0] * seen[0] - seen[1] * seen[1];
            return new double[] {seen[0], seen[1], Math.sqrt(Math.max(0, rest))};
        }

        @Override
        double[] seen(PlanePoint point) {
            double length = Math.max(1, Math.hypot(point.x(), point.y()));
            return new double[] {point.x() / length, point.y() / length};
        }
    },
    /** The vector itself: only its direction counts. */
    VECTORS {
        @Override
        double[] embedding(PlanePoint point) {
            return new double[] {point.x(), point.y()};
        }

        @Override
        double[] seen(PlanePoint point) {
            return embedding(point);
        }
    };

    abstract double[] embedding(PlanePoint point);

    /** Where it is drawn. */
    abstract double[] seen(PlanePoint point);

    /** C_ij = 1 − cos of the angle between tokens i and j. */
    Costs costs(List<PlanePoint> points) {
        return Costs.cosine(points.stream().map(this::embedding).toArray(double[][]::new));
    }

    /** Refuses a vector of length zero, which has no direction. */
    void check(List<PlanePoint> points) {
        if (this == VECTORS && points.contains(new PlanePoint(0, 0))) {
            throw new InvalidParameters(
                    new Violation("points", ParameterSchema.text(points), "range", "x² + y² > 0"));
        }
    }
}
