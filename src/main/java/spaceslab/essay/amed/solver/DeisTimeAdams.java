package spaceslab.essay.amed.solver;

/**
 * DEIS tAB (arXiv:2204.13902): directions are interpolated in the variance-preserving time u,
 * {@code x_b = x_a + Σ_j v_j ∫_a^b ℓ_j(u(t)) dt}.
 *
 * @param order k = 1 to 4; tAB3 has order 4
 * @param time u
 */
public record DeisTimeAdams(int order, VpTime time) implements MultistepFormula {
    public DeisTimeAdams {
        if (order < 1 || order > 4) {
            throw new IllegalArgumentException("order (" + order + ") must be 1 to 4");
        }
    }

    @Override
    public boolean predictsData() {
        return false;
    }

    @Override
    public boolean lowersFinalOrder() {
        return false;
    }

    @Override
    public LinearStep step(double[] stamps, double to) {
        double[] nodes = new double[stamps.length];
        for (int j = 0; j < nodes.length; j++) {
            nodes[j] = time.time(stamps[j]);
        }
        return new LinearStep(1, LagrangeBasis.integrals(nodes, time::time, stamps[0], to));
    }
}
