package spaceslab.essay.emo.loss;

import spaceslab.essay.emo.transport.Costs;

/**
 * A loss averaged over targets t ~ n, with its gradient in the logits:
 *
 * <p>∂/∂z_k = p_k Σ_t n_t (α_t + β_t (C_kt − e_t)) − n_k α_k,
 *
 * <p>α, β the weights of {@link Loss}. O(V) for one target, O(V²) for V of them. With one target (n
 * = δ_t) it is the loss of a training example.
 */
public final class ExpectedLoss {
    private final Loss loss;
    private final Loss.Settings settings;
    private final Costs costs;

    /** C by target: the column of one target is read in one go. */
    private final double[][] costTo;

    /**
     * @param costs square; from tokens to tokens
     */
    public ExpectedLoss(Loss loss, Loss.Settings settings, Costs costs) {
        this.loss = loss;
        this.settings = settings;
        this.costs = costs;
        int size = costs.sinks();
        costTo = new double[size][size];
        for (int t = 0; t < size; t++) {
            for (int i = 0; i < size; i++) {
                costTo[t][i] = costs.at(i, t);
            }
        }
    }

    public Loss loss() {
        return loss;
    }

    public Costs costs() {
        return costs;
    }

    /**
     * @param p softmax of the logits, V numbers
     * @param targets n, V masses of sum 1
     * @param gradient receives the gradient, V numbers of sum 0
     * @return the expected loss
     */
    public double gradient(double[] p, double[] targets, double[] gradient) {
        int size = p.length;
        double spread = loss.spread(settings);
        double every = 0;
        for (int k = 0; k < size; k++) {
            gradient[k] = 0;
            every += targets[k];
        }
        double[] towards = new double[size];
        double value = 0;
        double common = 0;
        for (int t = 0; t < size; t++) {
            double mass = (1 - spread) * targets[t] + spread * every / size;
            if (mass > 0) {
                double e = cost(p, t);
                Loss.Pull pull = loss.pull(Math.max(p[t], Double.MIN_NORMAL), e, settings);
                value += mass * pull.value();
                common += mass * (pull.toTarget() - pull.alongCost() * e);
                addCosts(mass * pull.alongCost(), costTo[t], gradient);
                towards[t] = mass * pull.toTarget();
            }
        }
        for (int k = 0; k < size; k++) {
            gradient[k] = p[k] * (common + gradient[k]) - towards[k];
        }
        return value;
    }

    private static void addCosts(double factor, double[] costs, double[] sum) {
        if (factor != 0) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += factor * costs[k];
            }
        }
    }

    /** e = Σ_i p_i C_it. */
    private double cost(double[] p, int target) {
        double[] to = costTo[target];
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += p[i] * to[i];
        }
        return sum;
    }
}
