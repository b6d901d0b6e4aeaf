package spaceslab.essay.emo.loss;

import java.util.Locale;

/**
 * Losses of a softmax p against one target t. With l = −ln p_t and e = Σ_i p_i C_it every one of
 * them moves the logits by a combination of two gradients,
 *
 * <p>∂L/∂z_k = α (p_k − δ_kt) + β p_k (C_kt − e),
 *
 * <p>whose weights α, β depend on p_t, l and e. That is how the combined forms are defined (sg: no
 * gradient passes) and, for the others, plain calculus.
 */
public enum Loss {
    /** l: cross entropy. */
    MLE {
        @Override
        public Pull pull(double pt, double e, Settings s) {
            return new Pull(-Math.log(pt), 1, 0);
        }
    },
    /** e: the essay's loss, the cost of transport to the target. */
    EMO {
        @Override
        public Pull pull(double pt, double e, Settings s) {
            return new Pull(e, 0, 1);
        }
    },
    /** ½(l + sg[l/e] e): the paper's form for language models; its value is l. */
    MODE_1 {
        @Override
        public Pull pull(double pt, double e, Settings s) {
            double l = -Math.log(pt);
            return new Pull(l, 0.5, e > 0 ? 0.5 * l / e : 0);
        }
    },
    /**
     * The same as it is programmed for LLaMA: e is raised by sg[p_t], so that l/e stays bounded.
     */
    MODE_1_DETACHED {
        @Override
        public Pull pull(double pt, double e, Settings s) {
            double l = -Math.log(pt);
            return new Pull(l, 0.5, 0.5 * l / (e + pt));
        }
    },
    /** sg[e/l] l + e, for continued training, with the same raised e. */
    MODE_2 {
        @Override
        public Pull pull(double pt, double e, Settings s) {
            double l = -Math.log(pt);
            double raised = e + pt;
            return new Pull(2 * raised, l > 0 ? raised / l : 0, 1);
        }
    },
    /** l + λ e: what the essay advises for training from scratch. */
    MIXED {
        @Override
        public Pull pull(double pt, double e, Settings s) {
            return new Pull(-Math.log(pt) + s.lambda() * e, 1, s.lambda());
        }
    },
    /** 1 − p_t: EMO with cost 1 for every wrong token, and the total variation to the target. */
    TOTAL_VARIATION {
        @Override
        public Pull pull(double pt, double e, Settings s) {
            return new Pull(1 - pt, pt, 0);
        }
    },
    /** sg[w] l with w = p_t/(γ + (1 − γ) p_t), at least the floor (arXiv 2302.13344). */
    TAI_LR {
        @Override
        public Pull pull(double pt, double e, Settings s) {
            double w = Math.max(s.floor(), pt / (s.gamma() + (1 - s.gamma()) * pt));
            return new Pull(-w * Math.log(pt), w, 0);
        }
    },
    /** η l + (1 − η) sg[p_t] l (arXiv 2305.16958). */
    MIX_CE {
        @Override
        public Pull pull(double pt, double e, Settings s) {
            double w = s.eta() + (1 - s.eta()) * pt;
            return new Pull(-w * Math.log(pt), w, 0);
        }
    },
    /** Cross entropy to a target of which the share σ is spread evenly over all tokens. */
    LABEL_SMOOTHING {
        @Override
        public Pull pull(double pt, double e, Settings s) {
            return MLE.pull(pt, e, s);
        }

        @Override
        public double spread(Settings s) {
            return s.smoothing();
        }
    };

    /**
     * Numbers that some losses have.
     *
     * @param lambda λ of the mixed loss
     * @param gamma γ of TaiLr
     * @param floor its least weight
     * @param eta η of MixCE
     * @param smoothing σ of label smoothing
     */
    public record Settings(
            double lambda, double gamma, double floor, double eta, double smoothing) {
        /** TaiLr's floor as its authors have it. */
        public static final double FLOOR = 0.2;
    }

    /**
     * The loss at one target.
     *
     * @param value L
     * @param toTarget α, the weight of the gradient of l
     * @param alongCost β, the weight of the gradient of e
     */
    public record Pull(double value, double toTarget, double alongCost) {}

    /**
     * @param pt probability of the target, above 0
     * @param e expected cost of moving p to the target
     */
    public abstract Pull pull(double pt, double e, Settings settings);

    /** The share of every target that is spread evenly over all tokens. */
    public double spread(Settings settings) {
        return 0;
    }

    /** As in links and results. */
    public String key() {
        StringBuilder key = new StringBuilder();
        for (String word : name().split("_", -1)) {
            String lower = word.toLowerCase(Locale.ROOT);
            key.append(key.isEmpty() ? lower : word.charAt(0) + lower.substring(1));
        }
        return key.toString();
    }
}
