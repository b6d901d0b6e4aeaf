package spaceslab.essay.pretraining.transfer;

/** What is predicted of the inputs before labels are used. */
enum Objective {
    /** Masked pixels from all others. */
    MASKED,
    /** Each pixel from those before it; the model sees nothing later, also on labels. */
    CAUSAL
}
