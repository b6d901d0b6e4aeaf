package spaceslab.learning;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import spaceslab.learning.Weights.Weight;

/**
 * Adam with decoupled weight decay (arXiv:1412.6980, arXiv:1711.05101) and clipping of the whole
 * gradient: with g scaled down to norm {@code clipNorm} where it is longer,
 *
 * <pre>
 * m ← β₁ m + (1 − β₁) g,  v ← β₂ v + (1 − β₂) g²
 * w ← w − η λ w − η m̂ / (√v̂ + ε),  m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ)
 * </pre>
 *
 * The decay λ applies to matrices only. Its state belongs to the scope in which it is made.
 */
public final class Adam {
    /**
     * What does not change from step to step.
     *
     * @param beta1 memory of the mean
     * @param beta2 memory of the square
     * @param epsilon added to the root
     * @param decay λ; 0 for none
     * @param clipNorm largest norm of the whole gradient; infinity for any
     */
    public record Settings(
            double beta1, double beta2, double epsilon, double decay, double clipNorm) {
        public Settings {
            if (!(beta1 >= 0 && beta1 < 1) || !(beta2 >= 0 && beta2 < 1)) {
                throw new IllegalArgumentException(
                        "beta1 (" + beta1 + ") and beta2 (" + beta2 + ") must be in [0, 1)");
            }
            if (!(epsilon > 0) || !(decay >= 0) || !(clipNorm > 0)) {
                throw new IllegalArgumentException(
                        "epsilon (%s), decay (%s) and clipNorm (%s) must be positive"
                                .formatted(epsilon, decay, clipNorm));
            }
        }

        /** β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸, neither decay nor clipping. */
        public static Settings usual() {
            return new Settings(0.9, 0.999, 1e-8, 0, Double.POSITIVE_INFINITY);
        }

        public Settings decaying(double rate) {
            return new Settings(beta1, beta2, epsilon, rate, clipNorm);
        }

        public Settings clipping(double norm) {
            return new Settings(beta1, beta2, epsilon, decay, norm);
        }

        public Settings remembering(double mean, double square) {
            return new Settings(mean, square, epsilon, decay, clipNorm);
        }
    }

    private record Moments(Weight weight, NDArray mean, NDArray variance) {}

    private final Settings settings;
    private final List<Moments> moments = new ArrayList<>();
    private int steps;

    public Adam(Weights weights, Settings settings) {
        this.settings = settings;
        for (Weight w : weights.all()) {
            NDArray array = w.tensor().array();
            moments.add(new Moments(w, zeros(array), zeros(array)));
        }
    }

    private static NDArray zeros(NDArray like) {
        return TensorScope.innermost().manager().zeros(like.getShape(), like.getDataType());
    }

    /** Steps taken. */
    public int steps() {
        return steps;
    }

    /**
     * One step down the gradient of a 0-d loss, made in a {@link TensorScope#step}; gradients are 0
     * afterwards.
     *
     * @return the loss
     * @throws Diverged where loss or gradient are not finite; the weights are then as before
     */
    public double step(Tensor loss, double rate) {
        double value = loss.item();
        Engine.backward(loss.array());
        boolean recorded = Engine.recordGradients(false);
        List<@Nullable NDArray> gradients = new ArrayList<>();
        try {
            for (Moments m : moments) {
                gradients.add(Engine.gradient(m.weight().tensor().array()));
            }
            double norm = norm(gradients);
            if (!Double.isFinite(value) || !Double.isFinite(norm)) {
                throw new Diverged(steps + 1, value, norm);
            }
            update(gradients, rate, Math.min(1, settings.clipNorm() / norm));
        } finally {
            for (NDArray gradient : gradients) {
                if (gradient != null) {
                    gradient.close();
                }
            }
            moments.forEach(m -> Engine.clearGradient(m.weight().tensor().array()));
            Engine.recordGradients(recorded);
        }
        return value;
    }

    private void update(List<@Nullable NDArray> gradients, double rate, double scale) {
        steps++;
        // the engine takes the factors as float32: the corrections must be of the same numbers
        double first = 1 - Math.pow((float) settings.beta1(), steps);
        double second = Math.sqrt(1 - Math.pow((float) settings.beta2(), steps));
        Engine.AdamStep step =
                new Engine.AdamStep(
                        rate,
                        rate * second / first,
                        scale,
                        settings.beta1(),
                        settings.beta2(),
                        settings.epsilon() * second);
        for (int i = 0; i < gradients.size(); i++) {
            NDArray gradient = gradients.get(i);
            Moments m = moments.get(i);
            if (gradient != null) {
                double decay = m.weight().decays() ? settings.decay() : 0;
                Engine.adam(
                        m.weight().tensor().array(), gradient, m.mean(), m.variance(), step, decay);
            }
        }
    }

    /** √Σ g² over all weights. */
    private static double norm(List<@Nullable NDArray> gradients) {
        try (TensorScope scope = TensorScope.evaluation()) {
            List<Tensor> squares = new ArrayList<>();
            for (NDArray gradient : gradients) {
                if (gradient != null) {
                    NDArray flat = scope.adopt(gradient.flatten()).array();
                    squares.add(scope.adopt(flat.dot(flat)));
                }
            }
            double sum = 0;
            for (double square : Tensor.stack(0, squares.toArray(Tensor[]::new)).toDoubles()) {
                sum += square;
            }
            return Math.sqrt(sum);
        }
    }
}
