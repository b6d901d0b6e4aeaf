package spaceslab.essay.emo.transport;

/**
 * A plan of transport with its dual potentials.
 *
 * @param sources rows of the plan
 * @param sinks columns of the plan
 * @param plan P, row-major: the mass moved from each source to each sink
 * @param u potentials of the sources
 * @param v potentials of the sinks: u_i + v_j ≤ C_ij, equal where mass is moved, if P is optimal
 * @param cost Σ P_ij C_ij
 */
public record Coupling(int sources, int sinks, double[] plan, double[] u, double[] v, double cost) {
    public double moved(int source, int sink) {
        return plan[source * sinks + sink];
    }

    /** Σ u_i p_i + Σ v_j q_j: equal to the cost exactly where the plan is optimal. */
    public double dual(double[] p, double[] q) {
        double sum = 0;
        for (int i = 0; i < sources; i++) {
            sum += p[i] * u[i];
        }
        for (int j = 0; j < sinks; j++) {
            sum += q[j] * v[j];
        }
        return sum;
    }

    /** The product plan P = p qᵀ, which moves every mass everywhere; it has no potentials. */
    public static Coupling independent(double[] p, double[] q, Costs costs) {
        double[] plan = new double[p.length * q.length];
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < q.length; j++) {
                plan[i * q.length + j] = p[i] * q[j];
            }
        }
        return new Coupling(
                p.length,
                q.length,
                plan,
                new double[p.length],
                new double[q.length],
                costs.independent(p, q));
    }
}
