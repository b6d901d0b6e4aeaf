package spaceslab.learning.data;

/** Points of the plane, each of a group; immutable. */
public final class PlanePoints {
    private final double[] x;
    private final double[] y;
    private final int[] groups;

    public PlanePoints(double[] x, double[] y, int[] groups) {
        if (x.length != y.length || x.length != groups.length) {
            throw new IllegalArgumentException(
                    "lengths " + x.length + ", " + y.length + ", " + groups.length);
        }
        this.x = x.clone();
        this.y = y.clone();
        this.groups = groups.clone();
    }

    /** Points. */
    public int size() {
        return x.length;
    }

    public double x(int point) {
        return x[point];
    }

    public double y(int point) {
        return y[point];
    }

    /** Which part of the shape a point belongs to. */
    public int group(int point) {
        return groups[point];
    }

    /** All points moved. */
    public PlanePoints shifted(double dx, double dy) {
        double[] movedX = x.clone();
        double[] movedY = y.clone();
        for (int i = 0; i < movedX.length; i++) {
            movedX[i] += dx;
            movedY[i] += dy;
        }
        return new PlanePoints(movedX, movedY, groups);
    }

    /** The points as vectors: size × 2. */
    public double[][] vectors() {
        double[][] vectors = new double[size()][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = new double[] {x[i], y[i]};
        }
        return vectors;
    }
}
