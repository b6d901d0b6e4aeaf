package spaceslab.essay.nonlinearrnn.training;

/**
 * Adam (Kingma and Ba, arXiv:1412.6980) with the gradient's norm clipped first: g ← g·min(1,
 * clip/‖g‖), m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², p ← p − rate·m̂/(√v̂ + ε) with m̂ = m/(1−β₁ᵏ),
 * v̂ = v/(1−β₂ᵏ); β₁ = 0.9, β₂ = 0.999, ε = 1e-8. O(parameters) a step. A gradient that is not
 * finite is refused: the step is skipped and {@code false} returned, so one overflow cannot poison
 * the moments.
 */
final class Adam {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    private final double rate;
    private final double clip;
    private final double[] mean;
    private final double[] square;
    private double power1 = 1;
    private double power2 = 1;

    /**
     * @param size number of parameters
     * @param rate step size, about 1e-3 … 1e-2; too large a one makes the loss jump
     * @param clip largest norm of a gradient
     */
    Adam(int size, double rate, double clip) {
        this.rate = rate;
        this.clip = clip;
        mean = new double[size];
        square = new double[size];
    }

    /** Moves {@code parameters} against {@code gradient}; false if the gradient is not finite. */
    boolean step(double[] parameters, double[] gradient) {
        double norm = 0;
        for (double g : gradient) {
            norm += g * g;
        }
        norm = Math.sqrt(norm);
        if (!Double.isFinite(norm)) {
            return false;
        }
        double scale = norm > clip ? clip / norm : 1;
        power1 *= BETA1;
        power2 *= BETA2;
        for (int i = 0; i < parameters.length; i++) {
            double g = scale * gradient[i];
            mean[i] = BETA1 * mean[i] + (1 - BETA1) * g;
            square[i] = BETA2 * square[i] + (1 - BETA2) * g * g;
            parameters[i] -=
                    rate
                            * (mean[i] / (1 - power1))
                            / (Math.sqrt(square[i] / (1 - power2)) + EPSILON);
        }
        return true;
    }
}
