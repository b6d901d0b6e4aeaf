package spaceslab.essay.amed.solver;

/**
 * Adams and Bashforth's method on directions, {@code x_b = x_a + h Σ_j β_j v_j}, h = b − a.
 *
 * @param order k, 1 to 4
 * @param weighting where β comes from
 */
public record AdamsBashforth(int order, Weighting weighting) implements MultistepFormula {
    private static final double[][] EVEN = {
        {1},
        {3 / 2.0, -1 / 2.0},
        {23 / 12.0, -16 / 12.0, 5 / 12.0},
        {55 / 24.0, -59 / 24.0, 37 / 24.0, -9 / 24.0}
    };

    /** Where the weights come from. */
    public enum Weighting {
        /**
         * Those of equal steps, whatever the stamps: iPNDM (Q. Zhang, Y. Chen, arXiv:2204.13902).
         */
        EVEN_STEPS,
        /**
         * The Lagrange polynomial through the outputs, integrated over the true step: DEIS ρAB, and
         * what iPNDM_v means to be (its published coefficients of orders 3 and 4 do not sum to 1).
         */
        TRUE_STEPS
    }

    public AdamsBashforth {
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
        double h = to - stamps[0];
        return new LinearStep(
                1,
                switch (weighting) {
                    case EVEN_STEPS -> {
                        double[] weights = EVEN[stamps.length - 1].clone();
                        for (int j = 0; j < weights.length; j++) {
                            weights[j] *= h;
                        }
                        yield weights;
                    }
                    case TRUE_STEPS -> LagrangeBasis.integrals(stamps, stamps[0], to);
                });
    }
}
