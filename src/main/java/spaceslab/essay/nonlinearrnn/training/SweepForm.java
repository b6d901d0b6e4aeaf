package spaceslab.essay.nonlinearrnn.training;

/** Which sweep is taken as the model. */
public enum SweepForm {
    /** Diagonal λ with freed P and Q, as the essay ends up with: {@link FreedSweeps}. */
    FREED,
    /** The matrix A in both places, as the essay begins: {@link MatrixSweeps}. */
    MATRIX
}
