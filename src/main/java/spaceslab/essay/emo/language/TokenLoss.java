package spaceslab.essay.emo.language;

import spaceslab.essay.emo.loss.Loss;
import spaceslab.learning.Losses;
import spaceslab.learning.Tensor;

/**
 * A {@link Loss} on the scores of a language model, mean over positions. Each position's weights α
 * and β of the gradients of l = −ln p_t and of the expected cost e come from {@link Loss#pull}; the
 * tensor is sg[α] l + sg[β] e, raised by a constant to the loss's own value.
 */
final class TokenLoss {
    private final Loss loss;
    private final Loss.Settings settings;

    TokenLoss(Loss loss, Loss.Settings settings) {
        this.loss = loss;
        this.settings = settings;
    }

    /** A 0-d tensor; scores [..., symbol], targets [...]. O(positions · symbols · width). */
    Tensor apply(Tensor scores, Tensor targets, UnitVectors vectors) {
        Tensor flat = scores.reshape(-1, scores.size(-1));
        Tensor wanted = targets.reshape(-1);
        double spread = loss.spread(settings);
        if (spread > 0) {
            return smoothed(flat, wanted, spread);
        }
        Tensor l = Losses.surprise(flat, wanted);
        Tensor e = vectors.expectedCost(flat, wanted);
        double[] surprises = l.toDoubles();
        double[] costs = e.toDoubles();
        double[] toTarget = new double[surprises.length];
        double[] alongCost = new double[surprises.length];
        double rest = 0;
        for (int i = 0; i < surprises.length; i++) {
            Loss.Pull pull = loss.pull(Math.exp(-surprises[i]), costs[i], settings);
            toTarget[i] = pull.toTarget();
            alongCost[i] = pull.alongCost();
            rest += pull.value() - toTarget[i] * surprises[i] - alongCost[i] * costs[i];
        }
        return l.times(Tensor.of(l.precision(), toTarget, toTarget.length))
                .plus(e.times(Tensor.of(e.precision(), alongCost, alongCost.length)))
                .mean()
                .plus(rest / surprises.length);
    }

    /** (1 − σ) l + σ times the mean of −ln p over all symbols. */
    private static Tensor smoothed(Tensor scores, Tensor targets, double spread) {
        Tensor all = scores.logSumExp().minus(scores.mean(-1));
        return Losses.surprise(scores, targets).times(1 - spread).plus(all.times(spread)).mean();
    }
}
