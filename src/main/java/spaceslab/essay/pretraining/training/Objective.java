package spaceslab.essay.pretraining.training;

/** What is predicted of the inputs before labels are used. */
public enum Objective {
    /** Masked tokens from all others. */
    MASKED,
    /** Each token from those before it; the model sees nothing later, also on labels. */
    CAUSAL
}
