package spaceslab.essay.amed.solver;

import java.util.function.DoubleUnaryOperator;
import spaceslab.numerics.GaussLegendre;

/** The polynomials {@code ℓ_j(u) = Π_{i≠j} (u − u_i)/(u_j − u_i)} through given nodes. */
final class LagrangeBasis {
    /** Exact up to degree 3, the highest of four nodes. */
    private static final GaussLegendre EXACT = new GaussLegendre(2);

    private static final GaussLegendre FINE = new GaussLegendre(32);

    private LagrangeBasis() {}

    static double value(double[] nodes, int j, double u) {
        double product = 1;
        for (int i = 0; i < nodes.length; i++) {
            if (i != j) {
                product *= (u - nodes[i]) / (nodes[j] - nodes[i]);
            }
        }
        return product;
    }

    /** ∫_a^b ℓ_j(t) dt for each node. */
    static double[] integrals(double[] nodes, double a, double b) {
        double[] integrals = new double[nodes.length];
        for (int j = 0; j < nodes.length; j++) {
            int node = j;
            integrals[j] = EXACT.integrate(t -> value(nodes, node, t), a, b);
        }
        return integrals;
    }

    /**
     * ∫_a^b ℓ_j(u(t)) dt for each node, nodes being values of u, by 32 nodes in log t: u is smooth
     * there.
     */
    static double[] integrals(double[] nodes, DoubleUnaryOperator u, double a, double b) {
        double[] integrals = new double[nodes.length];
        for (int j = 0; j < nodes.length; j++) {
            int node = j;
            integrals[j] =
                    FINE.integrate(
                            log -> {
                                double t = Math.exp(log);
                                return t * value(nodes, node, u.applyAsDouble(t));
                            },
                            Math.log(a),
                            Math.log(b));
        }
        return integrals;
    }
}
