package spaceslab.essay.emo.language;

import spaceslab.essay.emo.loss.Loss;

/** With which loss, and which cost of one symbol in place of another, training goes on. */
public enum Arm {
    /** l, cross entropy. */
    MLE(Loss.MLE),
    /** e alone. */
    EMO(Loss.EMO),
    /** ½(l + sg[l/e] e), the paper's form for language models. */
    MODE1(Loss.MODE_1),
    /** sg[e/l] l + e. */
    MODE2(Loss.MODE_2),
    /** The paper's form with the cost of the output vectors as they are now. */
    ADAPTIVE(Loss.MODE_1),
    /** The paper's form with the frozen vectors exchanged among the symbols. */
    MODE1_SHUFFLED(Loss.MODE_1),
    /** l + λ e. */
    MIXED(Loss.MIXED),
    /** 1 − p_t. */
    TOTAL_VARIATION(Loss.TOTAL_VARIATION),
    TAI_LR(Loss.TAI_LR),
    MIX_CE(Loss.MIX_CE),
    LABEL_SMOOTHING(Loss.LABEL_SMOOTHING);

    private final Loss loss;

    Arm(Loss loss) {
        this.loss = loss;
    }

    Loss loss() {
        return loss;
    }

    /** As in links, text keys and qualifiers. */
    public String key() {
        return switch (this) {
            case MLE -> "mle";
            case EMO -> "emo";
            case MODE1 -> "mode1";
            case MODE2 -> "mode2";
            case ADAPTIVE -> "adaptive";
            case MODE1_SHUFFLED -> "mode1Shuffled";
            case MIXED -> "mixed";
            case TOTAL_VARIATION -> "totalVariation";
            case TAI_LR -> "taiLr";
            case MIX_CE -> "mixCe";
            case LABEL_SMOOTHING -> "labelSmoothing";
        };
    }
}
