package spaceslab.learning.data;

import spaceslab.numerics.RandomStream;

/**
 * Shapes in the plane, centred at the origin and about one unit in size, with normal noise of a
 * given standard deviation added to both coordinates. Point i belongs to group i mod groups(), so
 * that any number of points is balanced.
 */
public enum PlaneShape {
    /** Two concentric circles of radius 0.5 and 1. */
    RINGS(2) {
        @Override
        void place(int group, double u, double[] point) {
            double radius = group == 0 ? 0.5 : 1;
            point[0] = radius * Math.cos(2 * Math.PI * u);
            point[1] = radius * Math.sin(2 * Math.PI * u);
        }
    },
    /** Two interlocking half circles of radius 0.7. */
    MOONS(2) {
        @Override
        void place(int group, double u, double[] point) {
            double sign = group == 0 ? 1 : -1;
            point[0] = sign * (0.7 * Math.cos(Math.PI * u) - 0.35);
            point[1] = sign * (0.7 * Math.sin(Math.PI * u) - 0.175);
        }
    },
    /** Two arms of an Archimedean spiral, one and a half turns each. */
    SPIRAL(2) {
        @Override
        void place(int group, double u, double[] point) {
            double angle = 3 * Math.PI * Math.sqrt(u);
            double radius = angle / (3 * Math.PI);
            point[0] = radius * Math.cos(angle + group * Math.PI);
            point[1] = radius * Math.sin(angle + group * Math.PI);
        }
    },
    /** Five blobs on a circle of radius 0.8: without noise, five points. */
    BLOBS(5) {
        @Override
        void place(int group, double u, double[] point) {
            point[0] = 0.8 * Math.cos(2 * Math.PI * group / 5);
            point[1] = 0.8 * Math.sin(2 * Math.PI * group / 5);
        }
    };

    private final int groups;

    PlaneShape(int groups) {
        this.groups = groups;
    }

    /** Connected parts. */
    public int groups() {
        return groups;
    }

    /** Puts the point at place {@code u} (0 … 1) of a group into {@code point}. */
    abstract void place(int group, double u, double[] point);

    /**
     * Draws points.
     *
     * @param noise standard deviation added to each coordinate, 0 for the bare curve
     */
    public PlanePoints draw(int count, double noise, RandomStream random) {
        double[] x = new double[count];
        double[] y = new double[count];
        int[] membership = new int[count];
        double[] point = new double[2];
        for (int i = 0; i < count; i++) {
            membership[i] = i % groups;
            place(membership[i], random.nextDouble(), point);
            x[i] = point[0] + noise * random.nextGaussian();
            y[i] = point[1] + noise * random.nextGaussian();
        }
        return new PlanePoints(x, y, membership);
    }
}
