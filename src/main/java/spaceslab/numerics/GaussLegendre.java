package spaceslab.numerics;

import java.util.function.DoubleUnaryOperator;

/**
 * Gauss–Legendre quadrature: {@code ∫_a^b f ≈ (b−a)/2 Σ w_i f((a+b)/2 + (b−a)/2 x_i)}, exact for
 * polynomials of degree 2m − 1; nodes are the roots of the Legendre polynomial P_m by Newton from
 * Tricomi's estimate, weights {@code 2/((1−x²)P_m'(x)²)}.
 */
public final class GaussLegendre {
    private final double[] nodes;
    private final double[] weights;

    /**
     * @param order m, number of nodes
     */
    public GaussLegendre(int order) {
        nodes = new double[order];
        weights = new double[order];
        for (int i = 0; i < order; i++) {
            double x = -Math.cos(Math.PI * (i + 0.75) / (order + 0.5));
            double slope = 0;
            for (int step = 0; step < 8; step++) {
                double before = 1;
                double p = x;
                for (int k = 2; k <= order; k++) {
                    double next = ((2 * k - 1) * x * p - (k - 1) * before) / k;
                    before = p;
                    p = next;
                }
                slope = order * (x * p - before) / (x * x - 1);
                x -= p / slope;
            }
            nodes[i] = x;
            weights[i] = 2 / ((1 - x * x) * slope * slope);
        }
    }

    public int order() {
        return nodes.length;
    }

    /** The i-th node of [a, b], ascending. */
    public double node(int i, double a, double b) {
        return 0.5 * (a + b) + 0.5 * (b - a) * nodes[i];
    }

    /** The i-th weight on [a, b]. */
    public double weight(int i, double a, double b) {
        return 0.5 * (b - a) * weights[i];
    }

    /** ∫_a^b f by one panel. */
    public double integrate(DoubleUnaryOperator f, double a, double b) {
        double sum = 0;
        for (int i = 0; i < nodes.length; i++) {
            sum += weights[i] * f.applyAsDouble(node(i, a, b));
        }
        return 0.5 * (b - a) * sum;
    }

    /**
     * ∫_a^b f by {@code panels} equal panels, each halved until its halves agree with the whole to
     * {@code tolerance} times the running total (at most 40 times): endpoint roots and narrow peaks
     * are found as long as one node of the first pass sees them.
     */
    public double adaptive(
            DoubleUnaryOperator f, double a, double b, int panels, double tolerance) {
        double[] coarse = new double[panels];
        double total = 0;
        for (int i = 0; i < panels; i++) {
            coarse[i] = integrate(f, edge(a, b, i, panels), edge(a, b, i + 1, panels));
            total += Math.abs(coarse[i]);
        }
        double sum = 0;
        for (int i = 0; i < panels; i++) {
            sum +=
                    refine(
                            f,
                            edge(a, b, i, panels),
                            edge(a, b, i + 1, panels),
                            coarse[i],
                            tolerance * total / panels,
                            40);
        }
        return sum;
    }

    private static double edge(double a, double b, int i, int panels) {
        return i == panels ? b : a + (b - a) * i / panels;
    }

    private double refine(
            DoubleUnaryOperator f, double a, double b, double whole, double error, int depth) {
        double middle = 0.5 * (a + b);
        double left = integrate(f, a, middle);
        double right = integrate(f, middle, b);
        if (Math.abs(left + right - whole) <= error || depth == 0) {
            return left + right;
        }
        return refine(f, a, middle, left, error, depth - 1)
                + refine(f, middle, b, right, error, depth - 1);
    }
}
