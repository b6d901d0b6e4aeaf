package spaceslab.essay.fsq.training;

/** What is put between encoder and decoder. */
public enum Arm {
    /** FSQ in the paper's form, with the corrected shift. */
    FSQ_TANH,
    /** FSQ in the essay's form. */
    FSQ_SIGMOID,
    /** FSQ in the symmetric form. */
    FSQ_SYMMETRIC,
    /** A codebook moved by gradients. */
    VQ_GRADIENT,
    /** A codebook of moving averages. */
    VQ_EMA,
    /** The same, with dead codes put onto vectors of the batch. */
    VQ_EMA_RESET,
    /** Nothing: the vectors pass as they are. */
    NONE;

    /** As in links, text keys and qualifiers. */
    public String key() {
        return switch (this) {
            case FSQ_TANH -> "fsqTanh";
            case FSQ_SIGMOID -> "fsqSigmoid";
            case FSQ_SYMMETRIC -> "fsqSymmetric";
            case VQ_GRADIENT -> "vqGradient";
            case VQ_EMA -> "vqEma";
            case VQ_EMA_RESET -> "vqEmaReset";
            case NONE -> "none";
        };
    }

    /** Whether coordinates are rounded, and levels matter. */
    public boolean isScalar() {
        return this == FSQ_TANH || this == FSQ_SIGMOID || this == FSQ_SYMMETRIC;
    }

    /** Whether there is a codebook, and K matters. */
    public boolean isCodebook() {
        return this == VQ_GRADIENT || this == VQ_EMA || this == VQ_EMA_RESET;
    }
}
